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
        "plan | A drain is placed. | A drain may be placed. | PARTLY",
        "plan | Ultrasound of the thyroid. | We get a possible ultrasound of the thyroid. | PARTLY",
        "plan | Probable ultrasound of the thyroid. | We get a possible ultrasound of the thyroid. | VERIFIED",
        "plan | Skis 3 times a week. | You ski probably three times a week. | VERIFIED",
        "plan | Nodule of 12 mm. | The nodule is nine millimeters and the cyst is twelve millimeters. | PARTLY",
        "plan | Nodule of 9 mm, cyst of 12 mm. | The nodule is nine millimeters and the cyst is twelve millimeters. | VERIFIED",
        "plan | One 25 mg tablet of losartan and two 10 mg tablets of torsemide. | Take one 25 mg tablet of losartan and two 10 mg tablets of torsemide. | VERIFIED",
        "plan | MRI with contrast of the spine. | We get an MRI without contrast of the spine. | UNSUPPORTED",
        "plan | Effusion is not present. | The film shows a small effusion. | UNSUPPORTED",
        "plan | Bruise of the right elbow. | There is a bruise of the left, I mean the right elbow. | VERIFIED",
        "plan | Probably a tear of the right meniscus. | I think it's a tear of the left, no wait, the right meniscus. | VERIFIED",
        "plan | Moderate stenosis. | The valve has mild stenosis. | UNSUPPORTED",
        "plan | Naproxen 500 mg. | Take naproxen, no more than 500 milligrams. | UNSUPPORTED",
        "plan | Naproxen, at most 500 mg. | Take naproxen, no more than 500 milligrams. | VERIFIED",
        "plan | Losartan 100 mg. | We went up to 100 milligrams of losartan. | VERIFIED",
        "plan | Knee replacement. | We talked about a knee replacement, but we leave it alone. | UNSUPPORTED",
        "plan | Use 20 to 8 drops. | Use eight to ten drops, not twenty. | UNSUPPORTED",
        "plan | Use 8 to 10 drops. | Use eight to ten drops, not twenty. | VERIFIED",
        "plan | Off work for a few weeks. | Stay off work for a few days. | UNSUPPORTED",
        "plan | Off work for a few days. | Stay off work for a few days. | VERIFIED",
        "assessment | Gallstones. | These are presumably gallstones. | PARTLY",
        "assessment | Gallstones. | The film shows potential gallstones. | PARTLY",
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
        "Has gout; takes allopurinol. | My brother has gout. I take allopurinol. | UNSUPPORTED",
        "Brother has gout; takes allopurinol. | My brother has gout. I take allopurinol. | VERIFIED",
        "Has been dizzy for weeks. | My aunt has been dizzy for weeks. | UNSUPPORTED",
        "Sleeps badly. | My wife is worried because I sleep badly. | VERIFIED",
        "Has bruises. | You know my sister was on a ladder and you know she has bruises. | UNSUPPORTED",
        "Has sore knees. | My wife said her knees are sore. | UNSUPPORTED",
        "Snores. | My wife said I snore. | VERIFIED",
        "Brother has epilepsy and the patient has asthma. | My brother has epilepsy and my sister has asthma. | UNSUPPORTED",
        "Reports an injury of the wrist. | I try to recall if I had any injury of the wrist and I can't. | UNSUPPORTED",
        "Never had hives. | I haven't had hives since Friday. | UNSUPPORTED",
        "Does not feel nervous, just a bit stressed. | I don't feel nervous, just a bit stressed. | VERIFIED",
        "Feels nervous, just a bit stressed. | I don't feel nervous, just a bit stressed. | UNSUPPORTED",
        "Denies hives and cramps. | I have no hives but I do have cramps. | UNSUPPORTED",
        "No, has worn glasses since childhood. | No, I have worn glasses since childhood. | VERIFIED",
        "Non-healing wound of the right heel. | The wound on my right heel is not healing. | VERIFIED",
      })
  void shouldHoldWhatThePatientSaysToWhoseItIs(String statement, String words, Status status) {
    assertThat(review("subjective", statement, "patient: " + words)).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Denies chills. | Is your brother having any chills? | No. | UNSUPPORTED",
        "Has been short of sleep. | How has your wife been? | Over the past weeks she has been short of sleep. | UNSUPPORTED",
        "Denies back pain. | Any back pain? | When I lift the boxes there is some. | UNSUPPORTED",
        "Denies taking any regular medicines at the moment. | Do you take any regular medicines at the moment? | No. | VERIFIED",
        "Reports other conditions I should be aware of. | Are there other conditions I should be aware of? | No. | UNSUPPORTED",
        "Reports working at night. | Um, is your mother working at night? | Yes. | UNSUPPORTED",
        "Reports a cough. | Any cough? | Hmm, no. | UNSUPPORTED",
        "Reports a cough. | Any cough? | Mm-hmm. | VERIFIED",
        "Asked \"Any cough?\": yes. | Any cough? | No, I don't. | UNSUPPORTED",
        "Asked \"Any cough?\": nothing like that. | Any cough? | No, nothing like that. | VERIFIED",
        "Cough: a lot. | Any cough? | No. | UNSUPPORTED",
        "Denies a cough. | Any cough? | A slight one at night. | UNSUPPORTED",
        "Denies a cough. | Any cough? | Just when I lie down. | UNSUPPORTED",
        "Is doing quite well. | How is your mother doing? | Oh, quite well. | UNSUPPORTED",
        "Mother is doing quite well. | How is your mother doing? | Oh, quite well. | VERIFIED",
        "Denies back pain. | Any back pain? | I've been fine. | VERIFIED",
        "Reports back pain. | Any back pain? | No, actually. I sleep on my side. | UNSUPPORTED",
      })
  void shouldReadAnAnswerWithItsQuestion(
      String statement, String question, String answer, Status status) {
    assertThat(review("subjective", statement, "clinician: " + question, "patient: " + answer))
        .isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Takes clopidogril daily. | I take clopidogril daily. | PARTLY",
        "Takes met for min daily. | I take met for min daily. | PARTLY",
        "Takes a torva statin at night. | I take a torva statin at night. | PARTLY",
        "Takes met a prolol 25 mg. | I take met a prolol twenty five milligrams. | UNSUPPORTED",
        "Allergies: a logic to codeine. | Allergies? A logic to codeine. | UNSUPPORTED",
        "Takes the blue one, 40 mg. | I take the blue one, forty milligrams. | PARTLY",
        "Takes a water pill, 40 mg. | I take a water pill, forty milligrams. | VERIFIED",
        "Takes Lasix 40 mg. | L A S I X, forty milligrams. | VERIFIED",
        "Takes clopidogrel daily. | I take clopidogrel daily. | VERIFIED",
      })
  void shouldDoubtANameThatWasWrittenAsItWasHeard(String statement, String words, Status status) {
    assertThat(review("subjective", statement, "patient: " + words)).isEqualTo(status);
  }

  private static Status review(String section, String statement, String... lines) {
    TranscriptIndex visit = Dialogue.of(lines);
    return new ReviewedStatement(
            statement,
            new SectionCode(section.toLowerCase(Locale.ROOT)),
            NoteLanguage.ENGLISH,
            visit,
            visit.sentences(),
            Truth.TRUE)
        .review()
        .status();
  }
}
