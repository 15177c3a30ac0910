package org.medicscribe.soapnote.writing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.medicscribe.events.SoapNote;
import org.medicscribe.events.SoapNote.Section;
import org.medicscribe.events.SoapNote.SpeakerRole;
import org.medicscribe.soapnote.drafting.DraftRequest;
import org.medicscribe.soapnote.note.Draft;
import org.medicscribe.soapnote.omissions.OmissionFinder;
import org.medicscribe.soapnote.reading.Medicines;
import org.medicscribe.soapnote.verification.NoteVerifier;

/** Holds a draft against its transcript, both ways: what it says too much and what too little. */
public final class Review {

  private final NoteVerifier verifier;
  private final OmissionFinder omissions;

  public Review(Medicines medicines) {
    this.verifier = new NoteVerifier(medicines);
    this.omissions = new OmissionFinder(medicines);
  }

  public SoapNote of(Draft draft, DraftRequest request) {
    List<Section> sections =
        verifier.verify(draft, request.template(), request.language(), request.transcript());
    return new SoapNote(
        sections, omissions.find(request.transcript(), sections), roles(draft, request));
  }

  /** What a person has said about a speaker counts. */
  private static Map<String, SpeakerRole> roles(Draft draft, DraftRequest request) {
    Map<String, SpeakerRole> roles = new HashMap<>(draft.roles());
    roles.putAll(request.transcript().roles());
    return roles;
  }
}
