package org.medicscribe.soapnote.drafting.embedded;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.medicscribe.events.NotePart;

/**
 * A candidate, where in the note it belongs, and how much it matters there.
 *
 * @param meaning its embedding, of length one
 */
record Placement(Candidate candidate, NotePart part, double score, float[] meaning) {

  private static final Pattern INTRODUCTION =
      Pattern.compile(
          "(?i)\\b(?:year.old|presents?|here (?:for|today|with)|history of|complain\\w*"
              + "|patient (?:has come in|was|had|has had|has been|said|mentioned|states))\\b");

  private static final Pattern MEASURED =
      Pattern.compile(
          "(?i)\\b(?:blood (?:pressure|sugar)|pulse|heart rate|temperature|respirat\\w+|oxygen\\w*|sats?"
              + "|weight)\\b.{0,20}\\b(?:is|are|was|of|at)\\b[^.]{0,12}\\d");

  private static final Pattern SAFETY =
      Pattern.compile(
          "(?i)\\ballerg(?:y|ies|ic)\\b|^Medications:|\\b\\d[\\d.,]* ?(?:mg|mcg|milligrams?|units?)\\b"
              + "|^Impression:|^Probably |\\b(?:I think|diagnos\\w+)\\b");

  /** When to come back and where to turn to, however it is put: "any bleeding, call us". */
  private static final Pattern SAFETY_NET =
      Pattern.compile(
          "(?i)\\b(?:call (?:me|us|911|the (?:office|clinic)|your doctor)|come (?:right |straight )?back"
              + "|go (?:right |straight )?to (?:the |an )?(?:emergency|e\\.?r\\b|hospital|urgent care)"
              + "|seek (?:medical|immediate|emergency|urgent)|return (?:in|to|if)|bring (?:her|him|them) back|see again|follow up)");

  /** Somebody judges what it is or how it goes, whatever else the sentence resembles. */
  private static final Pattern JUDGED =
      Pattern.compile(
          "(?i)\\b(?:unlikely|likely|probabl[ye]|doubt|suspect|consistent with|diagnos\\w+|impression|(?:look|sound|seem)s? (?:like|to be|more like)"
              + "|due to|caused by|related to|suggest(?:s|ive)|could be|may be|might be|rules? out|ruled out|(?:well|better|poorly|not|under|un)[ -]?controlled|under control"
              + "|stable|improving|worsening|getting (?:better|worse)|in remission|not thought to be|concern(?:ed|ing)? (?:for|about))\\b");

  private static final Pattern EXAMINED =
      Pattern.compile(
          "(?i)\\b(?:exam\\w*|lungs?|heart sounds?|murmur|tender\\w*|palpat\\w+|swelling|edema|range of motion|reflex\\w*|abdomen|auscultation|rhythm"
              + "|x-rays?|mri|ct|ekg|ecg|labs?|results?|hemoglobin|a1c|ultrasound|echocardiogram|vitals?|vital signs|temperature|drum|throat|pupils|erythema|bruising|distention|capillary|pulses?|sensation|gait)\\b");

  /** Told of before the visit, though by the clinician. */
  private static final Pattern HISTORY =
      Pattern.compile(
          "(?i)\\b(?:complain\\w*|year.old|sent (?:you|them) over|patient (?:has tried|mentioned|said|has come in)|i see here that)\\b");

  /** What the clinician is about to do, in words that no order fits. */
  private static final Pattern INTENDED =
      Pattern.compile(
          "(?i)^(?:be |will be )?(?:ordering|prescribing|referring|starting|scheduling)\\b"
              + "|^(?:clinician: )?(?:(?:next|then|and|so|also),? )*(?:(?:i'm|i am|we're|we are) (?:going to|gonna)|i'll|we'll|(?:i|we)(?:'d| would| really)? (?:also )?(?:like|want) (?:you )?to)\\b|\\b(?:we (?:have|increased|decreased|started|put) (?:you|the|your))\\b");

  private static final Pattern DIAGNOSED =
      Pattern.compile(
          "(?i)\\b(?:diagnosis (?:here )?(?:is|would be)|diagnose (?:you|them|the patient) with)\\b");

  private static final Pattern SHOWN =
      Pattern.compile(
          "(?i)\\bresults? of\\b.*\\bshow(?:s|ed)?\\b|\\bthe (?:\\S+ )?(?:x-ray|ct|mri|scan) (?:does )?show(?:s|ed)?\\b");

  /** A "no" that was taken back, as it was said. */
  private static final Pattern DOUBTFUL_NO =
      Pattern.compile("(?i)^(?:\\w+: )?asked \"[^\"]+\": no[a-z]* ?[^,]*, .+");

  private static final double VITAL = 0.15;
  private static final double USEFUL = 0.05;

  private static final double HISTORY_IS_TOLD_BY_PATIENTS = 0.03;

  /**
   * What the form of a statement says about its part outweighs what it is about.
   *
   * @param emphasis how much more it counts for the words in it
   */
  static Placement of(
      Candidate candidate, Map<NotePart, Double> scores, float[] meaning, double emphasis) {
    NotePart part =
        switch (candidate.kind()) {
          case REPORT, ANSWER -> NotePart.SUBJECTIVE;
          case ORDER, ADVICE -> NotePart.PLAN;
          case IMPRESSION -> NotePart.ASSESSMENT;
          case FINDING, QUOTE ->
              candidate.side() == SpeakerSide.PATIENT
                  ? NotePart.SUBJECTIVE
                  : clinicians(candidate, scores);
        };
    double score =
        scores.values().stream().mapToDouble(x -> x).max().orElse(0) + weight(candidate) + emphasis;
    return new Placement(candidate, part, score, meaning);
  }

  /** Whether somebody says what it is or how it goes. */
  static boolean isJudged(String text) {
    return JUDGED.matcher(text).find();
  }

  /** Cosine of the angle between the two meanings. */
  double likeness(Placement other) {
    double sum = 0;
    for (int i = 0; i < meaning.length; i++) {
      sum += meaning[i] * other.meaning[i];
    }
    return sum;
  }

  /** What a reader must not miss comes in before what merely resembles a note. */
  private static double weight(Candidate candidate) {
    boolean vital =
        MEASURED.matcher(candidate.text()).find()
            || SAFETY.matcher(candidate.text()).find()
            || SAFETY_NET.matcher(candidate.text()).find()
            || DOUBTFUL_NO.matcher(candidate.text()).find();
    return vital
        ? VITAL
        : switch (candidate.kind()) {
          case ORDER, ADVICE, IMPRESSION, ANSWER -> USEFUL;
          case REPORT, FINDING, QUOTE -> 0;
        };
  }

  private static NotePart clinicians(Candidate candidate, Map<NotePart, Double> scores) {
    if (MEASURED.matcher(candidate.text()).find()) {
      return NotePart.OBJECTIVE;
    }
    if (SAFETY_NET.matcher(candidate.text()).find()) {
      return NotePart.PLAN;
    }
    if (HISTORY.matcher(candidate.text()).find()) {
      return NotePart.SUBJECTIVE;
    }
    if (DIAGNOSED.matcher(candidate.text()).find()) {
      return NotePart.ASSESSMENT;
    }
    if (INTENDED.matcher(candidate.text()).find()) {
      return NotePart.PLAN;
    }
    if (SHOWN.matcher(candidate.text()).find()) {
      return NotePart.OBJECTIVE;
    }
    if (JUDGED.matcher(candidate.text()).find() && !EXAMINED.matcher(candidate.text()).find()) {
      return NotePart.ASSESSMENT;
    }
    Map<NotePart, Double> leaning = new EnumMap<>(scores);
    if (!INTRODUCTION.matcher(candidate.text()).find()) {
      leaning.merge(NotePart.SUBJECTIVE, -HISTORY_IS_TOLD_BY_PATIENTS, Double::sum);
    }
    return highest(leaning);
  }

  private static NotePart highest(Map<NotePart, Double> scores) {
    return Objects.requireNonNull(
        scores.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey());
  }

  @Override
  public String toString() {
    return "Placement[" + candidate.kind() + ", " + part + "]";
  }
}
