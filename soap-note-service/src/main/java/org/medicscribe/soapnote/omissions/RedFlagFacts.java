package org.medicscribe.soapnote.omissions;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.medicscribe.events.SoapNote.Omission;
import org.medicscribe.soapnote.note.PlainWords;
import org.medicscribe.soapnote.note.Sentence;
import org.medicscribe.soapnote.note.TranscriptIndex;

/** Complaints that must not be missed. Covered by a statement that tells the same one. */
final class RedFlagFacts implements SafetyFacts {

  private static final int SLACK = 2;

  /** The end of a list of warnings or of a question that began before. */
  private static final Pattern GOES_ON =
      Pattern.compile("(?i)^(?:or|like|and any) |\\banything like that\\b");

  /** "Everyone would be happier if I was gone" supposes nothing. */
  private static final String SELF_HARM = "self-harm";

  private final Phrases redFlags = Phrases.read("red-flags.txt", SLACK);

  @Override
  public List<Omission> missing(TranscriptIndex transcript, WrittenNote note) {
    Set<String> listed = new LinkedHashSet<>(written(note));
    List<Omission> omissions = new ArrayList<>();
    for (Sentence sentence : transcript.sentences()) {
      for (String flag : redFlags.in(sentence.words())) {
        String excerpt = Excerpt.of(sentence.text(), words -> redFlags.in(words).contains(flag));
        if (isSaid(flag, sentence, excerpt, transcript) && listed.add(flag)) {
          omissions.add(Spoken.omission(Omission.Kind.RED_FLAG, sentence, excerpt));
        }
      }
    }
    return omissions.stream().distinct().toList();
  }

  /** What the note tells of: what it denies, or only asks, covers nothing. */
  private Set<String> written(WrittenNote note) {
    Set<String> flags = new LinkedHashSet<>();
    for (String statement : note.told()) {
      redFlags.in(PlainWords.of(statement)).stream()
          .filter(flag -> Spoken.affirms(statement, words -> redFlags.in(words).contains(flag)))
          .forEach(flags::add);
    }
    return flags;
  }

  private boolean isSaid(
      String flag, Sentence sentence, String excerpt, TranscriptIndex transcript) {
    return Spoken.isAffirmed(sentence, excerpt, transcript)
        && (flag.equals(SELF_HARM) || !Spoken.isSupposed(excerpt))
        && (sentence.question() || !GOES_ON.matcher(excerpt).find())
        && !Spoken.isOfSomebodyElse(excerpt)
        && (Spoken.affirms(excerpt, words -> redFlags.in(words).contains(flag))
            || redFlags.putAsDenial(PlainWords.of(excerpt)).contains(flag));
  }
}
