package org.medicscribe.soapnote.omissions;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.events.SoapNote.Evidence;
import org.medicscribe.events.SoapNote.Omission;
import org.medicscribe.soapnote.note.Sentence;
import org.medicscribe.soapnote.note.TranscriptIndex;
import org.medicscribe.soapnote.reading.Answers;
import org.medicscribe.soapnote.reading.Negation;
import org.medicscribe.soapnote.reading.Polarity;

/**
 * What counts as said of the patient: told or affirmed, not denied, feared, or of somebody else.
 */
final class Spoken {

  /** Whoever answers does so by then. */
  private static final Duration PROMPT = Duration.ofSeconds(10);

  /** Sentences of the asker's own that may stand between a question and its answer. */
  private static final int ASKED_ON = 3;

  private static final Pattern SUPPOSED =
      Pattern.compile(
          "(?i)\\b(?:(?<!as )if|unless|in case|should (?:you|it|there)|could(?! n't| not)|might|risks?|side effects?|such as|can cause|may cause|look out|watch (?:out )?for|ruled? out|worr(?:y|ied) about|afraid of getting|si (?:tiene|nota|hay)|riesgo)\\b");
  private static final Pattern RELATIVE =
      Pattern.compile(
          "(?i)\\b(?:my|your|his|her|mi|su) (?:\\w+ )?(?:mother|mom|mum|father|dad|brother|sister|grand\\w+|son|daughter|wife|husband|aunt|uncle|cousin|neighbou?r|friend|niece|nephew|madre|padre|hermano|hermana|abuel[oa]|hij[oa]|ti[oa]|prim[oa])s?\\b");
  private static final Pattern SELF =
      Pattern.compile("(?i)(?<![\\w'])(?:i|i'm|i've|me|yo|me|tengo|soy)(?![\\w'])");

  /** Asks without a question mark. */
  private static final Pattern ASKING =
      Pattern.compile(
          "(?i)\\b(?:what|how) about\\b"
              + "|^\\W*(?:(?:okay|ok|so|and|now|alright|all right|good|then|well|tell me) )*(?:have|has|did|do|does|are|were|is) (?:you|he|she|they|there)\\b"
              + "|\\b(?:have|has|had|did|do|does|are|were|is) (?:you|he|she|they|there|\\w+) (?:\\w+ ){0,3}(?:any|ever)\\b"
              + "|^\\W*any\\b");

  /** So many words before a clause tell whether it goes on asking. */
  private static final int ASKED_BEFORE = 10;

  private Spoken() {}

  /** Asked and denied, or asked and left open, is not said. */
  static boolean isAffirmed(Sentence sentence, TranscriptIndex transcript) {
    return isAffirmed(sentence, false, transcript);
  }

  /**
   * @param clause of this sentence, which may ask in the middle of talk without full stops
   */
  static boolean isAffirmed(Sentence sentence, String clause, TranscriptIndex transcript) {
    String asked = withWordsBefore(clause, sentence.text());
    boolean asks = ASKING.matcher(asked).find() && !SELF.matcher(asked).find();
    return isAffirmed(sentence, asks, transcript);
  }

  private static String withWordsBefore(String clause, String sentence) {
    int at = sentence.indexOf(clause);
    if (at <= 0) {
      return clause;
    }
    String[] before = sentence.substring(0, at).strip().split("\\s+");
    int from = Math.max(0, before.length - ASKED_BEFORE);
    return String.join(" ", Arrays.copyOfRange(before, from, before.length)) + " " + clause;
  }

  private static boolean isAffirmed(Sentence sentence, boolean asks, TranscriptIndex transcript) {
    return !sentence.question() && !asks
        || answerTo(sentence, transcript)
            .filter(answer -> Answers.of(answer.words()) == Polarity.AFFIRMED)
            .isPresent();
  }

  /** What another voice says next, within seconds. */
  static Optional<Sentence> answerTo(Sentence question, TranscriptIndex transcript) {
    for (int ahead = 1; ahead <= ASKED_ON; ahead++) {
      Optional<Sentence> next = transcript.sentenceAt(question.position() + ahead);
      if (next.isEmpty() || !isPrompt(question, next.get())) {
        return Optional.empty();
      }
      if (!next.get().isBySpeakerOf(question)) {
        return next;
      }
    }
    return Optional.empty();
  }

  private static boolean isPrompt(Sentence question, Sentence next) {
    long pause = next.line().start().value() - question.line().end().value();
    return pause <= PROMPT.toSeconds() * SampleIndex.PER_SECOND;
  }

  /** Whether these words stand in it and are not denied there. */
  static boolean affirms(String text, Predicate<List<String>> words) {
    return Negation.items(text).stream()
        .filter(item -> item.polarity() != Polarity.DENIED)
        .anyMatch(item -> words.test(item.words()));
  }

  /** Feared, warned of, or spoken of as what could be. */
  static boolean isSupposed(String text) {
    return SUPPOSED.matcher(text).find();
  }

  /** Told of a relative or a friend, not of who speaks. */
  static boolean isOfSomebodyElse(String text) {
    return RELATIVE.matcher(text).find() && !SELF.matcher(text).find();
  }

  static Omission omission(Omission.Kind kind, Sentence sentence, String excerpt) {
    return new Omission(kind, excerpt, new Evidence(sentence.line().segment(), excerpt));
  }
}
