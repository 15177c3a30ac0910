package org.medicscribe.soapnote.verification;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.events.SoapNote.SpeakerRole;
import org.medicscribe.soapnote.note.Sentence;
import org.medicscribe.soapnote.note.TranscriptIndex;
import org.medicscribe.soapnote.reading.Retractions;

/**
 * A transcript as the review reads it: who answers whom, what was taken back, who is who. Made for
 * one review, by one thread.
 */
final class Visit {

  /** An answer may come a little after its question: "Well. Let me think. No." */
  private static final int ANSWER_REACH = 4;

  /** What is said later than this is no answer any more. */
  private static final long ANSWER_WITHIN = 10L * SampleIndex.PER_SECOND;

  private static final Set<String> COMPANIONS =
      Set.of(
          "mother",
          "father",
          "mom",
          "dad",
          "wife",
          "husband",
          "daughter",
          "son",
          "sister",
          "brother",
          "grandmother",
          "grandfather",
          "caregiver",
          "guardian",
          "aunt",
          "uncle",
          "madre",
          "padre",
          "mama",
          "papa",
          "esposa",
          "esposo",
          "hija",
          "hijo",
          "abuela");

  private static final Set<String> OPENING =
      Set.of(
          "and", "okay", "ok", "so", "um", "uh", "alright", "well", "now", "right", "y", "bueno");
  private static final Set<String> ASKING =
      Set.of(
          "have", "do", "did", "are", "were", "is", "has", "does", "had", "was", "can", "ha",
          "tiene", "tuvo", "le");
  private static final Set<String> ASKED =
      Set.of(
          "you", "there", "he", "she", "it", "your", "they", "usted", "tenido", "algun", "alguna");
  private static final int LONGEST_QUESTION = 25;

  private final TranscriptIndex transcript;
  private final Map<String, SpeakerRole> roles;
  private final Retractions retractions;
  private final Map<Integer, Sentence> meant = new HashMap<>();

  /**
   * @param guessed who each label seems to be to the drafter; what a person has said counts more
   */
  Visit(TranscriptIndex transcript, Map<String, SpeakerRole> guessed, Retractions retractions) {
    this.transcript = transcript;
    this.retractions = retractions;
    this.roles = new HashMap<>(guessed);
    transcript.sentences().stream()
        .filter(sentence -> sentence.line().speaker() != null && saysToAccompany(sentence.words()))
        .forEach(sentence -> roles.put(sentence.line().speaker(), SpeakerRole.COMPANION));
    roles.putAll(transcript.roles());
  }

  TranscriptIndex transcript() {
    return transcript;
  }

  /** Who says this, if anyone can tell. */
  Optional<SpeakerRole> roleOf(Sentence sentence) {
    return Optional.ofNullable(sentence.line().speaker()).map(roles::get);
  }

  /** A labelled voice that nobody takes for the clinician, where somebody else is: a television. */
  boolean isByAStranger(Sentence sentence) {
    return sentence.line().speaker() != null
        && !roles.containsKey(sentence.line().speaker())
        && roles.containsValue(SpeakerRole.CLINICIAN);
  }

  /** Whether a person, and no guess, says who this voice is. */
  boolean isSetByAPerson(Sentence sentence) {
    return sentence.line().speaker() != null
        && transcript.roles().containsKey(sentence.line().speaker());
  }

  /** A sentence without the words that its speaker takes back at once. */
  Sentence meant(Sentence sentence) {
    return meant.computeIfAbsent(
        sentence.position(), position -> sentence.withWords(withoutTakenBack(sentence)));
  }

  /**
   * What the next speaker says to a question: empty when nobody answers within seconds.
   *
   * @param question or whatever may be one
   */
  List<Sentence> answersTo(Sentence question) {
    int at = question.position() + 1;
    Optional<Sentence> next = transcript.sentenceAt(at);
    while (next.isPresent()
        && next.get().isBySpeakerOf(question)
        && at < question.position() + ANSWER_REACH) {
      at++;
      next = transcript.sentenceAt(at);
    }
    List<Sentence> answers = new ArrayList<>();
    while (next.isPresent()
        && answers.size() < ANSWER_REACH
        && !next.get().isBySpeakerOf(question)
        && isSoonAfter(question, next.get())
        && (answers.isEmpty() || next.get().isBySpeakerOf(answers.getFirst()))) {
      answers.add(next.get());
      at++;
      next = transcript.sentenceAt(at);
    }
    return answers;
  }

  /** Recognisers forget question marks: "have you had a fever" asks, too. */
  boolean isQuestion(Sentence sentence) {
    if (sentence.question()) {
      return true;
    }
    List<String> words = sentence.words().stream().dropWhile(OPENING::contains).limit(2).toList();
    return words.size() == 2
        && sentence.words().size() <= LONGEST_QUESTION
        && (words.getFirst().equals("any")
            || ASKING.contains(words.getFirst()) && ASKED.contains(words.getLast()));
  }

  /** The question that this sentence answers, if another voice asked one just before. */
  Optional<Sentence> questionBefore(Sentence answer) {
    for (int back = 1; back <= ANSWER_REACH; back++) {
      Optional<Sentence> before = transcript.sentenceAt(answer.position() - back);
      if (before.isEmpty()) {
        return Optional.empty();
      }
      if (isQuestion(before.get()) && !before.get().isBySpeakerOf(answer)) {
        return before.filter(question -> isSoonAfter(question, answer));
      }
      if (isQuestion(before.get())) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean isSoonAfter(Sentence question, Sentence answer) {
    return answer.line().start().value() - question.line().end().value() <= ANSWER_WITHIN;
  }

  /** Corrections reach from one sentence of a speaker into the next. */
  private List<String> withoutTakenBack(Sentence sentence) {
    List<String> row = new ArrayList<>(sentence.words());
    Optional<Sentence> next = transcript.sentenceAt(sentence.position() + 1);
    if (next.isPresent() && next.get().isBySpeakerOf(sentence)) {
      row.addAll(next.get().words());
    }
    BitSet withdrawn = retractions.in(row);
    List<String> left = new ArrayList<>();
    for (int at = 0; at < sentence.words().size(); at++) {
      if (!withdrawn.get(at)) {
        left.add(sentence.words().get(at));
      }
    }
    return left;
  }

  /** "I'm his mother." */
  private static boolean saysToAccompany(List<String> words) {
    for (int at = 0; at + 2 < words.size(); at++) {
      boolean introduces = Set.of("i'm", "am", "soy").contains(words.get(at));
      boolean owned =
          Set.of("his", "her", "their", "the", "su", "la", "el").contains(words.get(at + 1));
      if (introduces && owned && COMPANIONS.contains(words.get(at + 2))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return "Visit[sentences=" + transcript.sentences().size() + "]";
  }
}
