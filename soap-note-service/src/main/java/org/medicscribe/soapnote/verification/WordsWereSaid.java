package org.medicscribe.soapnote.verification;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.medicscribe.soapnote.note.NoteLanguage;
import org.medicscribe.soapnote.note.Sentence;
import org.medicscribe.soapnote.reading.Concepts;
import org.medicscribe.soapnote.reading.Concepts.Concept;
import org.medicscribe.soapnote.reading.Concepts.Kind;
import org.medicscribe.soapnote.reading.Concepts.Mention;
import org.medicscribe.soapnote.reading.FunctionWords;
import org.medicscribe.soapnote.reading.Medicines;
import org.medicscribe.soapnote.reading.Stems;

/**
 * Against inventions: a part of the body, a complaint, a condition, a finding, a thing to do, a
 * relative or a degree that the statement names was named in the cited lines too, in these words or
 * in others for the same thing. The lists of other words are never complete, so this is a doubt.
 */
final class WordsWereSaid implements VerificationRule {

  /** Built like a medical word: whoever reads it takes it for a diagnosis, a finding or a test. */
  private static final Pattern MEDICAL =
      Pattern.compile(
          "\\p{L}{3,}(?:itis|osis|oses|emia|aemia|uria|pathy|pathic|algia|ectomy|otomy|ostomy|plasty"
              + "|scopy|graphy|gram|megaly|plegia|paresis|penia|rrhea|rrhage|phagia|phasia|trophy"
              + "|oma|omas|edema|pnea|cardia|therapy|ologist|ology)");

  /** "L5", "A1c": a name in which one letter or digit makes another thing. */
  private static final Pattern CODE = Pattern.compile("\\p{L}{1,3}\\d{1,3}\\p{L}?");

  /** So many letters at the beginning make two long words one: "arthritis", "arthritic". */
  private static final int SAME_BEGINNING = 6;

  private static final Set<Kind> TELLING = EnumSet.allOf(Kind.class);

  private final Concepts concepts;
  private final Medicines medicines;

  WordsWereSaid(Concepts concepts, Medicines medicines) {
    this.concepts = concepts;
    this.medicines = medicines;
  }

  @Override
  public String name() {
    return "words-were-said";
  }

  @Override
  public List<Objection> check(Claim claim) {
    if (claim.quoted().isEmpty()) {
      return List.of();
    }
    Set<Concept> named = new HashSet<>();
    Set<String> said = new HashSet<>();
    for (Sentence sentence : claim.context()) {
      named.addAll(concepts.meantBy(sentence.words()));
      for (NoteLanguage language : NoteLanguage.values()) {
        said.addAll(Stems.of(sentence.words(), language));
      }
    }
    List<Objection> objections = new ArrayList<>();
    List<String> words = claim.words();
    boolean[] known = new boolean[words.size()];
    for (Mention mention : concepts.in(words)) {
      for (int at = mention.from(); at < mention.to(); at++) {
        known[at] = true;
      }
      if (isTelling(mention, words)
          && mention.concepts().stream().noneMatch(named::contains)
          && !isSaid(words.subList(mention.from(), mention.to()), said, claim.language())
          && !(mention.isOf(Kind.KIN) && isNamedByTheSpeaker(mention, claim))) {
        objections.add(
            Objection.doubt(String.join(" ", words.subList(mention.from(), mention.to()))));
      }
    }
    for (int at = 0; at < words.size(); at++) {
      String word = words.get(at);
      if (!known[at]
          && (MEDICAL.matcher(word).matches() || CODE.matcher(word).matches())
          && !medicines.knows(word)
          && !isSaid(List.of(word), said, claim.language())) {
        objections.add(Objection.doubt(word));
      }
    }
    return objections;
  }

  /** "I'm his mother": whoever says so once is meant in all that she says. */
  private boolean isNamedByTheSpeaker(Mention mention, Claim claim) {
    return claim.visit().transcript().sentences().stream()
        .filter(sentence -> claim.quoted().stream().anyMatch(sentence::isBySpeakerOf))
        .flatMap(sentence -> concepts.in(sentence.words()).stream())
        .anyMatch(named -> named.concepts().stream().anyMatch(mention.concepts()::contains));
  }

  private static boolean isTelling(Mention mention, List<String> words) {
    return mention.to() - mention.from() > 1
        || !FunctionWords.contains(words.get(mention.from()))
            && TELLING.stream().anyMatch(mention::isOf)
            && !Character.isDigit(words.get(mention.from()).charAt(0));
  }

  /** Word by word, whatever list they are in. */
  private static boolean isSaid(List<String> words, Set<String> said, NoteLanguage language) {
    return Stems.of(FunctionWords.removedFrom(words), language).stream()
        .allMatch(stem ->
            said.contains(stem)
                || stem.length() >= SAME_BEGINNING
                    && said.stream()
                        .anyMatch(other -> other.startsWith(stem.substring(0, SAME_BEGINNING))));
  }
}
