package org.medicscribe.storage.transcript;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.medicscribe.events.SoapNote.SpeakerRole;

/**
 * Who a voice is.
 *
 * @param set whether a person said so; else the latest draft inferred it
 */
public record Speaker(SpeakerRole role, boolean set) {

  /** A person's word counts more than what was inferred. */
  static Map<String, Speaker> all(Map<String, SpeakerRole> inferred, Map<String, SpeakerRole> set) {
    Map<String, Speaker> speakers = new TreeMap<>();
    inferred.forEach((label, role) -> speakers.put(label, new Speaker(role, false)));
    set.forEach((label, role) -> speakers.put(label, new Speaker(role, true)));
    return new LinkedHashMap<>(speakers);
  }
}
