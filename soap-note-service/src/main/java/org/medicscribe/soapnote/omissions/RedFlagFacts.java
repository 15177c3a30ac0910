package org.medicscribe.soapnote.omissions;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.medicscribe.events.SoapNote.Omission;
import org.medicscribe.soapnote.note.Sentence;
import org.medicscribe.soapnote.note.TranscriptIndex;

/** Complaints that must not be missed. Covered by a statement that speaks of the same one. */
final class RedFlagFacts implements SafetyFacts {

  private final Phrases redFlags = Phrases.read("red-flags.txt");

  @Override
  public List<Omission> missing(TranscriptIndex transcript, WrittenNote note) {
    Set<String> listed = new LinkedHashSet<>();
    note.statements()
        .forEach(statement -> redFlags.in(statement).forEach(flag -> listed.add(flag.name())));
    List<Omission> omissions = new ArrayList<>();
    for (Sentence sentence : transcript.sentences()) {
      for (Phrases.Group flag : redFlags.in(sentence.words())) {
        boolean said =
            Spoken.isAffirmed(sentence, transcript)
                && Spoken.affirms(sentence, words -> redFlags.in(words).contains(flag));
        if (said && !note.cites(sentence) && listed.add(flag.name())) {
          omissions.add(Spoken.omission(Omission.Kind.RED_FLAG, sentence));
        }
      }
    }
    return omissions;
  }
}
