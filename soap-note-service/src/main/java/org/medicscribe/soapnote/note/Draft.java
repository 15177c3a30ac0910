package org.medicscribe.soapnote.note;

import java.util.List;
import java.util.Map;
import org.medicscribe.events.SoapNote.SpeakerRole;

/**
 * A note as its drafter wrote it: nothing of it has been held against the transcript yet.
 *
 * @param sections in the order of the template; a section without statements may be absent
 * @param roles who each speaker label of the transcript seems to be; labels nobody can tell are
 *     absent
 */
public record Draft(List<DraftSection> sections, Map<String, SpeakerRole> roles) {

  public Draft {
    sections = List.copyOf(sections);
    roles = Map.copyOf(roles);
  }

  @Override
  public String toString() {
    return "Draft[sections=" + sections.size() + "]";
  }
}
