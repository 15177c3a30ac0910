package org.medicscribe.soapnote.omissions;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.medicscribe.events.SoapNote.Omission;
import org.medicscribe.soapnote.note.NoteLanguage;
import org.medicscribe.soapnote.note.PlainWords;
import org.medicscribe.soapnote.note.Sentence;
import org.medicscribe.soapnote.note.TranscriptIndex;
import org.medicscribe.soapnote.reading.Answers;
import org.medicscribe.soapnote.reading.FunctionWords;
import org.medicscribe.soapnote.reading.Polarity;
import org.medicscribe.soapnote.reading.Quantities;
import org.medicscribe.soapnote.reading.Quantity;
import org.medicscribe.soapnote.reading.Stems;

/**
 * When to come back, and when to come sooner. Covered by a statement that says the same kind of
 * thing with the same time, or that shares most of the telling words.
 */
final class FollowUpFacts implements SafetyFacts {

  private static final double MOST = 0.5;

  /** Enough for a statement that is plainly of the same kind. */
  private static final double SOME = 0.3;

  private static final int SLACK = 4;
  private static final Set<String> SPANS = Set.of("day", "week", "month", "year");

  /** It was so, or somebody else said so; nobody is to do it now. */
  private static final Pattern PAST =
      Pattern.compile(
          "(?i)\\b(?:went|came|told me|said to|last (?:week|month|year|time|visit)|presents?|presented|here (?:today )?for|used to|yesterday|ago|should i|do i|can i|shall i|if i|he said|she said|they said|ought to|until years|opened|good see(?:ing)?|(?:good|nice|great) (?:to )?see(?:ing)?|once a|need anything(?: else)?|excuse me|kick it|(?:this|last) year)\\b|\\b(?:what|which) (?:we|they|i) call\\b|^\\W*(?:\\w+\\W+){0,2}(?:when|what|where) (?:is|are|do|does|will|should|can)\\b");

  private static final Pattern NOT_NEEDED =
      Pattern.compile(
          "(?i)\\b(?:no need|(?:don't|do not|do n't|won't) (?:have|need)|needn't|not necessary|(?:don't|do not|do n't) (?:come|call|go)|no (?:hace falta|tiene que|necesita))\\b");

  private static final Set<String> REFERRAL = Set.of("referral");

  /** A referral that may be needed one day is none. */
  private static final Pattern MAYBE =
      Pattern.compile("(?i)\\b(?:if|possibly|possible|maybe|perhaps|might|could|may)\\b");

  private final Phrases followUps = Phrases.read("follow-up.txt", SLACK);

  @Override
  public List<Omission> missing(TranscriptIndex transcript, WrittenNote note) {
    List<Omission> omissions = new ArrayList<>();
    Set<String> listed = new LinkedHashSet<>();
    for (Sentence sentence : transcript.sentences()) {
      if (sentence.question() || followUps.in(sentence.words()).isEmpty()) {
        continue;
      }
      String excerpt = Excerpt.of(sentence.text(), words -> !followUps.in(words).isEmpty());
      List<String> words = PlainWords.of(excerpt);
      boolean said =
          !PAST.matcher(excerpt).find()
              && !NOT_NEEDED.matcher(excerpt).find()
              && !(followUps.in(words).equals(REFERRAL) && MAYBE.matcher(excerpt).find())
              && !answersACondition(sentence, transcript);
      if (said && !isCovered(words, note) && listed.add(key(words))) {
        omissions.add(Spoken.omission(Omission.Kind.FOLLOW_UP, sentence, excerpt));
      }
    }
    return omissions;
  }

  /** "So if I start coughing up blood I should call you?" "Yes, call us right away." */
  private static boolean answersACondition(Sentence sentence, TranscriptIndex transcript) {
    return transcript
        .sentenceAt(sentence.position() - 1)
        .filter(before -> before.question() && !before.isBySpeakerOf(sentence))
        .filter(before -> Spoken.isSupposed(before.text()))
        .filter(before -> Answers.of(sentence.words()) != Polarity.UNCLEAR)
        .isPresent();
  }

  /** The same time said twice is one appointment. */
  private String key(List<String> words) {
    Set<String> spans = spans(words);
    return spans.isEmpty() ? String.join(" ", words) : followUps.in(words) + " " + spans;
  }

  private boolean isCovered(List<String> said, WrittenNote note) {
    Set<String> kinds = followUps.in(said);
    Set<String> spans = spans(said);
    for (List<String> statement : note.statements()) {
      boolean sameKind = followUps.in(statement).stream().anyMatch(kinds::contains);
      boolean sameTime = !spans.isEmpty() && spans(statement).stream().anyMatch(spans::contains);
      double share = share(said, statement);
      boolean sameWords = share >= (sameKind ? SOME : MOST);
      if (sameKind && sameTime || (spans.isEmpty() || sameTime) && sameWords) {
        return true;
      }
    }
    return false;
  }

  /** "2 week", "3 month". */
  private static Set<String> spans(List<String> words) {
    Set<String> spans = new HashSet<>();
    for (NoteLanguage language : NoteLanguage.values()) {
      for (Quantity quantity : Quantities.in(words, language)) {
        add(spans, quantity);
      }
    }
    Quantities.countedByArticle(words).forEach(quantity -> add(spans, quantity));
    return spans;
  }

  private static void add(Set<String> spans, Quantity quantity) {
    quantity
        .unit()
        .filter(SPANS::contains)
        .ifPresent(unit ->
            quantity.number().readings().forEach(reading -> spans.add(reading + " " + unit)));
  }

  /** How many of the telling words the statement has, 0 to 1. */
  private static double share(List<String> said, List<String> statement) {
    double best = 0;
    for (NoteLanguage language : NoteLanguage.values()) {
      Set<String> telling = Stems.setOf(FunctionWords.removedFrom(said), language);
      Set<String> written = Stems.setOf(FunctionWords.removedFrom(statement), language);
      long shared = telling.stream().filter(written::contains).count();
      best = Math.max(best, telling.isEmpty() ? 0 : shared / (double) telling.size());
    }
    return best;
  }
}
