package org.medicscribe.storage.note.signing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.medicscribe.documents.NoteDocument;
import org.medicscribe.documents.NoteMarkdown;
import org.medicscribe.documents.fhir.FhirDocument;
import org.medicscribe.edge.identity.Caller;
import org.medicscribe.events.EncounterId;
import org.medicscribe.storage.encounter.EncounterLedger.Page;
import org.medicscribe.storage.encounter.EncounterViews;
import org.medicscribe.storage.note.Addendum;
import org.medicscribe.storage.note.NoteVersion;
import org.medicscribe.storage.note.Person;
import org.medicscribe.storage.note.Signature;
import org.medicscribe.storage.note.drafting.NoteRequestRepository;
import org.medicscribe.storage.note.export.NoteDocuments;
import org.medicscribe.storage.note.printing.NotePrinter;
import org.medicscribe.storage.note.printing.NotePrinter.Printed;

/**
 * Writes the files of a signed note: Markdown, FHIR and PDF. A note that cannot be set as PDF is
 * signed without one.
 */
@ApplicationScoped
class SignedFiles {

  private static final Logger LOG = Logger.getLogger(SignedFiles.class);

  private final EncounterViews views;
  private final NoteRequestRepository requests;
  private final NotePrinter printer;
  private final NotesFolder folder;

  SignedFiles(
      EncounterViews views,
      NoteRequestRepository requests,
      NotePrinter printer,
      NotesFolder folder) {
    this.views = views;
    this.requests = requests;
    this.printer = printer;
    this.folder = folder;
  }

  /** Ends when they are durable. */
  Uni<Void> write(
      Page page, Caller caller, NoteVersion version, Signature signature, List<Addendum> addenda) {
    EncounterId id = page.encounter().id();
    return views
        .find(page.tx(), caller, id)
        .chain(encounter ->
            requests
                .drafting(page.tx(), id)
                .map(drafting ->
                    NoteDocuments.of(
                        encounter.orElseThrow(),
                        Person.of(caller),
                        version,
                        drafting.engine(),
                        signature,
                        addenda,
                        false)))
        .chain(note -> pdf(note).chain(printed -> folder.write(id, files(note, printed))));
  }

  private Uni<Printed> pdf(NoteDocument note) {
    return printer
        .printNow(note)
        .onFailure()
        .invoke(failure ->
            LOG.errorf(
                "no PDF: encounterId=%s errorKind=INTERNAL cause=%s",
                note.encounter(), failure.getClass().getSimpleName()))
        .onFailure()
        .recoverWithItem(new Printed.NotHere());
  }

  private static Map<String, byte[]> files(NoteDocument note, Printed printed) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("md", NoteMarkdown.of(note).getBytes(StandardCharsets.UTF_8));
    files.put("fhir.json", FhirDocument.of(note));
    if (printed instanceof Printed.Pdf(byte[] bytes)) {
      files.put("pdf", bytes);
    }
    return files;
  }
}
