package org.medicscribe.documents.fhir;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.medicscribe.documents.NoteDocument;
import org.medicscribe.documents.NoteDocument.Addendum;
import org.medicscribe.documents.NoteDocument.Person;
import org.medicscribe.documents.fhir.Type.Identifier;
import org.medicscribe.documents.fhir.Type.Reference;

/**
 * How documents name things: the same thing has the same name whenever it is exported, so that who
 * receives a document twice knows it.
 */
final class Names {

  private static final String HERE = "https://medicscribe.org/fhir/";
  private static final String URI = "urn:ietf:rfc:3986";

  private Names() {}

  static String extension(String name) {
    return HERE + "StructureDefinition/" + name;
  }

  /**
   * A name that only this state of the note has: another save, signature or addendum is another.
   */
  static UUID state(NoteDocument note, String part) {
    String state =
        String.join(
            "/",
            note.encounter().toString(),
            Integer.toString(note.version()),
            note.isSigned() ? "signed" : "draft",
            Integer.toString(note.addenda().size()),
            note.changed() ? "changed" : "",
            part);
    return UUID.nameUUIDFromBytes(state.getBytes(StandardCharsets.UTF_8));
  }

  static String address(UUID id) {
    return "urn:uuid:" + id;
  }

  static Identifier identifier(UUID id) {
    return new Identifier(URI, address(id));
  }

  /** What all states of a note have in common. */
  static Identifier ofNote(NoteDocument note) {
    return identifier(
        UUID.nameUUIDFromBytes((note.encounter() + "/note").getBytes(StandardCharsets.UTF_8)));
  }

  /** The note as it was signed, before anything was added. */
  static Identifier ofSigned(NoteDocument note) {
    return identifier(
        UUID.nameUUIDFromBytes(
            (note.encounter() + "/note/signed").getBytes(StandardCharsets.UTF_8)));
  }

  static Identifier of(Addendum addendum) {
    return identifier(addendum.id());
  }

  static Identifier ofEncounter(NoteDocument note) {
    return identifier(note.encounter().value());
  }

  static Identifier of(String clinic, Person person) {
    return new Identifier(HERE + "clinician/" + Xhtml.uriPart(clinic), person.subject());
  }

  static Identifier ofClinic(NoteDocument note) {
    return new Identifier(HERE + "clinic", note.clinic());
  }

  static Reference referenceTo(NoteDocument note, Person person) {
    return Reference.named("Practitioner", of(note.clinic(), person), person.name());
  }

  static Reference referenceToClinic(NoteDocument note) {
    return Reference.named("Organization", ofClinic(note), note.clinic());
  }
}
