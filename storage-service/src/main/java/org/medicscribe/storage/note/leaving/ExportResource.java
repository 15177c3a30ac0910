package org.medicscribe.storage.note.leaving;

import static org.medicscribe.storage.encounter.EncounterProblems.idOf;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;
import org.medicscribe.documents.NoteDocument;
import org.medicscribe.documents.NoteMarkdown;
import org.medicscribe.documents.fhir.FhirDocument;
import org.medicscribe.documents.fhir.FhirReference;
import org.medicscribe.edge.catalogue.ProblemType;
import org.medicscribe.edge.identity.Caller;
import org.medicscribe.edge.problem.ProblemException;
import org.medicscribe.storage.encounter.Clinician;
import org.medicscribe.storage.note.Precondition;
import org.medicscribe.storage.note.printing.NotePrinter;
import org.medicscribe.storage.note.printing.NotePrinter.Printed;

/** The working note as a document, to be kept outside; only for who asks for it. */
@Path("/api/encounters/{id}/note")
@Authenticated
public class ExportResource {

  private static final String FHIR = "application/fhir+json";

  private final LeavingNotes notes;
  private final NotePrinter printer;
  private final Clinician clinician;

  ExportResource(LeavingNotes notes, NotePrinter printer, Clinician clinician) {
    this.notes = notes;
    this.printer = printer;
    this.clinician = clinician;
  }

  @GET
  @Produces("text/markdown;charset=UTF-8;qs=0.5")
  public Uni<RestResponse<String>> text(String id) {
    return note(id).map(note -> shown(note, NoteMarkdown.of(note)));
  }

  @GET
  @Produces(FHIR + ";qs=0.4")
  public Uni<RestResponse<byte[]>> fhir(String id) {
    return note(id).map(note -> shown(note, FhirDocument.of(note)));
  }

  @GET
  @Produces("application/pdf;qs=0.3")
  public Uni<RestResponse<byte[]>> pdf(String id) {
    return note(id)
        .chain(note -> printer.print(note).map(printed -> shown(note, bytesOf(printed))));
  }

  /** What record systems take: the note as text in one resource. */
  @GET
  @Path("/document-reference")
  @Produces(FHIR)
  public Uni<RestResponse<byte[]>> reference(String id) {
    return note(id).map(note -> shown(note, FhirReference.of(note)));
  }

  /** The same of what was added to a signed note. */
  @GET
  @Path("/addenda/{addendumId}/document-reference")
  @Produces(FHIR)
  public Uni<RestResponse<byte[]>> reference(String id, String addendumId) {
    return note(id)
        .map(note ->
            note.addenda().stream()
                .filter(each -> each.id().toString().equals(addendumId))
                .findFirst()
                .map(each -> shown(note, FhirReference.of(note, each)))
                .orElseThrow(() -> new ProblemException(ProblemType.NO_ADDENDUM)));
  }

  private Uni<NoteDocument> note(String id) {
    Caller caller = clinician.caller();
    return notes.find(caller, idOf(id));
  }

  private static byte[] bytesOf(Printed printed) {
    return switch (printed) {
      case Printed.Pdf(byte[] bytes) -> bytes;
      case Printed.TooLong() -> throw new ProblemException(ProblemType.PDF_TOO_LONG);
      case Printed.NoRoom() -> throw new ProblemException(ProblemType.STORAGE_BUSY);
      case Printed.NotHere() -> throw new ProblemException(ProblemType.PDF_UNAVAILABLE);
    };
  }

  private static <T> RestResponse<T> shown(NoteDocument note, T document) {
    return RestResponse.ResponseBuilder.ok(document)
        .header(HttpHeaders.ETAG, Precondition.tagOf(note.version()))
        .build();
  }
}
