package org.medicscribe.soapnote.drafting.embedded;

/** Which side of the consultation speaks. Who accompanies a patient speaks for the patient. */
enum SpeakerSide {
  CLINICIAN,
  PATIENT
}
