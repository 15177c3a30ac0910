package org.medicscribe.soapnote.verification;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.medicscribe.events.SoapNote.SpeakerRole;
import org.medicscribe.soapnote.note.Sentence;
import org.medicscribe.soapnote.reading.FunctionWords;
import org.medicscribe.soapnote.reading.Stems;

/**
 * What was found, what it means and what will be done is the clinician's to say, or the patient's
 * in answer to the clinician. On the words of anybody else alone it is a doubt; so is, in any
 * section, what somebody tells the machine to write.
 */
final class SpeakerMaySay implements VerificationRule {

  private static final Set<String> MACHINES =
      Set.of(
          "computer", "dragon", "dax", "scribe", "machine", "assistant", "computadora", "sistema");
  private static final Set<String> WRITING =
      Set.of(
          "write",
          "note",
          "chart",
          "instructions",
          "record",
          "plan",
          "prescription",
          "order",
          "prescribe",
          "add",
          "escriba",
          "anote",
          "escribe");

  private static final Set<String> FIRST_PERSON =
      Set.of("i", "i'm", "my", "me", "yo", "mi", "tengo");
  private static final Set<String> SECOND_PERSON = Set.of("you", "your", "su", "usted");

  /** Patients say these hardly ever. */
  private static final Set<String> CLINICIANS_WORDS =
      Set.of(
          "your",
          "tenderness",
          "palpation",
          "palpate",
          "auscultation",
          "appreciate",
          "distention",
          "bilaterally",
          "su");

  private static final Pattern CLINICIANS_ORDER =
      Pattern.compile(
          "\\b(?:gon na|gonna|going to|wan na|want to|will) (?:\\w+ )?(?:order|refer|prescribe)\\b(?! (?:me|myself)\\b)");

  /** "Write in the plan that", "put down that I get". */
  private static final Pattern DICTATING =
      Pattern.compile(
          "\\b(?:write|put|note|add|enter|record) (?:(?:it |this |that )?(?:in|into|on|to) (?:the|my|his|her) (?:\\w+ )?(?:plan|note|notes|chart|record|file|letter)|down that)\\b"
              + "|\\b(?:ignore|forget|disregard) (?:all |any |the |your )*(?:previous|prior|earlier|other) (?:instructions|orders|words)\\b"
              + "|\\bnote to (?:the )?(?:system|self|chart|scribe|file)\\b|^dictation\\b|\\bthe doctor (?:orders|prescribes)\\b|\\bask your doctor (?:about|if)\\b"
              + "|^(?:no |and |please |so |then |also )*(?:start|prescribe|order|increase|double|refill|give (?:me|him|her)|add|write|put)\\b(?! (?:to|on|of|it|up|up on)\\b)");

  @Override
  public String name() {
    return "speaker-may-say";
  }

  @Override
  public List<Objection> check(Claim claim) {
    List<Sentence> quoted = claim.quoted();
    boolean byOthers = !quoted.isEmpty() && quoted.stream().allMatch(s -> isByOther(s, claim));
    if (!byOthers) {
      return List.of();
    }
    boolean answers =
        quoted.stream()
            .anyMatch(s ->
                claim
                    .questionBefore(s)
                    .filter(question -> !isByOther(question, claim))
                    .filter(question -> isAbout(question, claim))
                    .isPresent());
    boolean dictated = quoted.stream().anyMatch(SpeakerMaySay::isDictated);
    boolean cliniciansToSay =
        claim.holdsCliniciansWordsOnly()
            && !answers
            && quoted.stream().noneMatch(s -> isMixedUp(s, claim));
    return dictated || cliniciansToSay
        ? List.of(Objection.doubt(quoted.getFirst().text()))
        : List.of();
  }

  private static boolean isByOther(Sentence sentence, Claim claim) {
    return !addressesThePatient(sentence)
        && (claim.visit().roleOf(sentence).filter(role -> role != SpeakerRole.CLINICIAN).isPresent()
            || claim.visit().isByAStranger(sentence));
  }

  /** "Any numbness?" asks for no order, whatever the patient says next. */
  private static boolean isAbout(Sentence question, Claim claim) {
    Set<String> asked = Stems.setOf(FunctionWords.removedFrom(question.words()), claim.language());
    return Stems.of(FunctionWords.removedFrom(claim.words()), claim.language()).stream()
        .anyMatch(asked::contains);
  }

  /** Voices are mixed up at times: "your lungs are clear, your heart is regular" is no patient. */
  private static boolean addressesThePatient(Sentence sentence) {
    return sentence.words().stream().noneMatch(FIRST_PERSON::contains)
        && sentence.words().stream().filter(SECOND_PERSON::contains).count() > 1;
  }

  /** A voice was only guessed to be the patient's, and says what clinicians say. */
  private static boolean isMixedUp(Sentence sentence, Claim claim) {
    return !claim.visit().isSetByAPerson(sentence)
        && (sentence.words().stream().anyMatch(CLINICIANS_WORDS::contains)
            || CLINICIANS_ORDER.matcher(String.join(" ", sentence.words())).find());
  }

  private static boolean isDictated(Sentence sentence) {
    String words = String.join(" ", sentence.words());
    return sentence.words().stream().anyMatch(MACHINES::contains)
            && sentence.words().stream().anyMatch(WRITING::contains)
        || DICTATING.matcher(words).find();
  }
}
