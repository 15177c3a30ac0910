package org.medicscribe.storage.note.printing;

import io.quarkus.arc.properties.UnlessBuildProperty;
import io.smallrye.config.ConfigMapping;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.concurrent.ExecutorService;
import org.medicscribe.documents.NoteDocument;
import org.medicscribe.documents.pdf.NotePdf;
import org.medicscribe.memory.Share;
import org.medicscribe.storage.memory.StorageMemory;

/**
 * Sets notes on workers, each charged before it is begun. It draws with AWT, so the build of a
 * native image leaves it out.
 */
@UnlessBuildProperty(name = "quarkus.native.enabled", stringValue = "true", enableIfMissing = true)
@ApplicationScoped
class PdfPrinter implements NotePrinter {

  /** How documents look. */
  @ConfigMapping(prefix = "medic-scribe.documents")
  interface Config {

    /** The zone of the times in them. */
    ZoneId timeZone();
  }

  private final Share share;
  private final ZoneId zone;
  private final ExecutorService workers;

  PdfPrinter(StorageMemory memory, Config config, ExecutorService workers) {
    this.share = memory.documents();
    this.zone = config.timeZone();
    this.workers = workers;
  }

  @Override
  public Uni<Printed> print(NoteDocument note) {
    long bytes = NotePdf.memory(note);
    if (note.length() > NotePdf.LONGEST || bytes > share.ceiling()) {
      return Uni.createFrom().item(new Printed.TooLong());
    }
    return share.tryTake(bytes) ? set(note, bytes) : Uni.createFrom().item(new Printed.NoRoom());
  }

  @Override
  public Uni<Printed> printNow(NoteDocument note) {
    long bytes = NotePdf.memory(note);
    if (note.length() > NotePdf.LONGEST || bytes > share.ceiling()) {
      return Uni.createFrom().item(new Printed.TooLong());
    }
    share.take(bytes);
    return set(note, bytes);
  }

  private Uni<Printed> set(NoteDocument note, long bytes) {
    return Uni.createFrom()
        .voidItem()
        .emitOn(workers)
        .map(ready -> (Printed) new Printed.Pdf(NotePdf.of(note, zone)))
        .onTermination()
        .invoke(() -> share.give(bytes));
  }
}
