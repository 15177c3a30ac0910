package org.medicscribe.documents.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.medicscribe.documents.DocumentWords;
import org.medicscribe.documents.NoteDocument;
import org.medicscribe.documents.NoteDocument.Addendum;
import org.medicscribe.documents.NoteDocument.Person;
import org.medicscribe.documents.fhir.Resource.Bundle;
import org.medicscribe.documents.fhir.Resource.Composition;
import org.medicscribe.documents.fhir.Resource.Device;
import org.medicscribe.documents.fhir.Resource.Encounter;
import org.medicscribe.documents.fhir.Resource.Organization;
import org.medicscribe.documents.fhir.Resource.Practitioner;
import org.medicscribe.documents.fhir.Resource.Provenance;
import org.medicscribe.documents.fhir.Type.CodeableConcept;
import org.medicscribe.documents.fhir.Type.HumanName;
import org.medicscribe.documents.fhir.Type.Narrative;
import org.medicscribe.documents.fhir.Type.Period;
import org.medicscribe.documents.fhir.Type.Reference;

/**
 * A note as a FHIR R4 document (R4, section 3.3): a Bundle whose first resource says what all
 * others are there for.
 */
public final class FhirDocument {

  private final NoteDocument note;
  private final DocumentWords words;
  private final List<Bundle.Entry> entries = new ArrayList<>();

  private FhirDocument(NoteDocument note) {
    this.note = note;
    this.words = DocumentWords.in(note.language());
  }

  /** The JSON of the document, in UTF-8. */
  public static byte[] of(NoteDocument note) {
    return FhirJson.write(new FhirDocument(note).bundle());
  }

  private Bundle bundle() {
    Reference clinic = Reference.to(idOf("clinic"));
    Reference clinician = Reference.to(idOf("clinician"));
    Reference subject = subject();
    String engine = note.engine();
    Reference device = engine == null ? null : Reference.to(idOf("device"));
    add("composition", id -> composition(id, subject, clinician, clinic, device));
    Resource.Patient patient = FhirPatient.of(note, id("patient").toString());
    if (patient != null) {
      add("patient", id -> patient);
    }
    add("clinician", id -> practitioner(id, note.clinician()));
    signer().ifPresent(signer -> add("signer", id -> practitioner(id, signer)));
    add("clinic", id -> new Organization(id, List.of(Names.ofClinic(note)), note.clinic()));
    add("encounter", id -> encounter(id, subject, clinic));
    if (engine != null) {
      add(
          "device",
          id -> new Device(id, List.of(new Device.DeviceName(engine, "model-name")), clinic));
    }
    add("provenance", id -> provenance(id, clinician, clinic, device));
    UUID state = id("document");
    return new Bundle(
        state.toString(),
        FhirLabels.of(note),
        Names.identifier(state),
        "document",
        note.asOf().toString(),
        entries);
  }

  private Composition composition(
      String id,
      Reference subject,
      Reference clinician,
      Reference clinic,
      @Nullable Reference device) {
    NoteDocument.Signature signature = note.signature();
    Reference attester = signature == null ? null : partyOf(signature.by());
    return new Composition(
        id,
        FhirLabels.of(note),
        note.language().tag(),
        Narrative.generated(FhirSections.head(note, words)),
        Names.ofNote(note),
        status(),
        Codes.kindOf(note),
        subject,
        Reference.to(idOf("encounter")),
        note.asOf().toString(),
        Stream.of(clinician, device).flatMap(Stream::ofNullable).toList(),
        note.title(),
        signature == null || attester == null
            ? List.of()
            : List.of(new Composition.Attester("legal", signature.at().toString(), attester)),
        clinic,
        FhirSections.of(note, words, this::partyOf));
  }

  private String status() {
    if (!note.isSigned()) {
      return "preliminary";
    }
    return note.addenda().isEmpty() ? "final" : "amended";
  }

  /** Who is not among those named here is told by name. */
  private Reference partyOf(Person person) {
    if (person.equals(note.clinician())) {
      return Reference.to(idOf("clinician"));
    }
    return signer().filter(person::equals).isPresent()
        ? Reference.to(idOf("signer"))
        : Names.referenceTo(note, person);
  }

  private Optional<Person> signer() {
    return Optional.ofNullable(note.signature())
        .map(NoteDocument.Signature::by)
        .filter(by -> !by.equals(note.clinician()));
  }

  private Practitioner practitioner(String id, Person person) {
    return new Practitioner(
        id,
        List.of(Names.of(note.clinic(), person)),
        List.of(new HumanName(List.of(), person.name())));
  }

  private Encounter encounter(String id, Reference subject, Reference clinic) {
    return new Encounter(
        id,
        List.of(Names.ofEncounter(note)),
        "finished",
        Codes.AMBULATORY,
        subject,
        new Period(note.visitAt().toString()),
        clinic);
  }

  /** Whoever acts does so for the clinic. */
  private Provenance provenance(
      String id, Reference clinician, Reference clinic, @Nullable Reference device) {
    List<Provenance.Agent> agents = new ArrayList<>();
    if (device != null) {
      agents.add(agent(Codes.ASSEMBLER, device, clinic));
    }
    agents.add(agent(Codes.AUTHOR, clinician, clinic));
    NoteDocument.Signature signature = note.signature();
    if (signature != null) {
      agents.add(agent(Codes.ATTESTER, partyOf(signature.by()), clinic));
    }
    note.addenda().stream()
        .map(Addendum::by)
        .distinct()
        .filter(by -> !by.equals(note.clinician()))
        .forEach(by -> agents.add(agent(Codes.AUTHOR, partyOf(by), clinic)));
    return new Provenance(
        id,
        List.of(Reference.to(idOf("composition"))),
        note.asOf().toString(),
        Codes.CREATED,
        agents);
  }

  private static Provenance.Agent agent(CodeableConcept as, Reference who, Reference clinic) {
    return new Provenance.Agent(as, who, clinic);
  }

  private Reference subject() {
    return FhirPatient.of(note, "") == null
        ? Reference.inWords(note.label())
        : new Reference(idOf("patient"), null, null, note.label());
  }

  private UUID id(String part) {
    return Names.state(note, part);
  }

  private String idOf(String part) {
    return Names.address(id(part));
  }

  /** A resource that knows its own id. */
  @FunctionalInterface
  private interface Made {
    Resource as(String id);
  }

  private void add(String part, Made resource) {
    entries.add(new Bundle.Entry(idOf(part), resource.as(id(part).toString())));
  }
}
