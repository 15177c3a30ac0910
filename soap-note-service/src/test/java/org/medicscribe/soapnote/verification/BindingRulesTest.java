package org.medicscribe.soapnote.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.medicscribe.events.SoapNote.SectionCode;
import org.medicscribe.events.SoapNote.Verification.Status;
import org.medicscribe.soapnote.note.NoteLanguage;
import org.medicscribe.soapnote.note.TranscriptIndex;
import org.medicscribe.soapnote.testing.Dialogue;
import org.medicscribe.soapnote.verification.ReviewedStatement.Truth;

/** A side, a value, a denial, a doubt belongs to what it was said of. */
class BindingRulesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plan | Swelling of the left wrist. | Your right wrist shows swelling, but the left wrist looks fine. | UNSUPPORTED",
        "plan | Swelling of the right wrist. | Your right wrist shows swelling, but the left wrist looks fine. | VERIFIED",
        "plan | Strength 3/5 on the right. | Strength is three out of five on the left and five out of five on the right. | UNSUPPORTED",
        "plan | Continue losartan 40 mg. | We'll add losartan and you continue the atorvastatin, forty milligrams. | UNSUPPORTED",
        "plan | Kidney disease stage 4. | For four years you have had kidney disease stage three. | UNSUPPORTED",
        "plan | Pain 5 out of 5. | It was six out of five, and five last week. | UNSUPPORTED",
        "plan | Calcium 1,200 mg a day. | Take calcium, 1,200 mg a day. | VERIFIED",
        "plan | Calcium 1 mg a day. | Take calcium, 1,200 mg a day. | UNSUPPORTED",
        "plan | Call on Monday. | I'll call you on Friday, not on Monday. | UNSUPPORTED",
        "plan | Surgery a few months ago. | You had the surgery a few years ago. | UNSUPPORTED",
        "plan | Return in 2 weeks. | Come back the week after next. | VERIFIED",
        "plan | A scar with visible discharge. | There is a scar with no visible discharge. | UNSUPPORTED",
        "plan | Ibuprofen 1 to 2 tablets every 4 to 6 hours. | Ibuprofen, one to two tablets every four to six hours. Take no more than eight. | VERIFIED",
        "plan | Likely plantar fasciitis. | It looks like plantar fasciitis. | VERIFIED",
        "plan | Plantar fasciitis. | It looks like plantar fasciitis. | PARTLY",
      })
  void shouldHoldWhatTheClinicianSaysToWhatItIsSaidOf(
      String section, String statement, String words, Status status) {
    assertThat(review(section, statement, "clinician: " + words)).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Takes digoxin. | My father is on digoxin. | UNSUPPORTED",
        "Has epilepsy. | Epilepsy, that was my grandmother. | UNSUPPORTED",
        "Has epilepsy. | I have epilepsy and my sister is worried. | VERIFIED",
        "Non-healing wound of the right heel. | The wound on my right heel is not healing. | VERIFIED",
      })
  void shouldHoldWhatThePatientSaysToWhoseItIs(String statement, String words, Status status) {
    assertThat(review("subjective", statement, "patient: " + words)).isEqualTo(status);
  }

  private static Status review(String section, String statement, String line) {
    TranscriptIndex visit = Dialogue.of(line);
    return new ReviewedStatement(
            statement,
            SectionCode.valueOf(section.toUpperCase(Locale.ROOT)),
            NoteLanguage.ENGLISH,
            visit,
            visit.sentences(),
            Truth.TRUE)
        .review()
        .status();
  }
}
