package org.medicscribe.storage.note.printing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.medicscribe.documents.DocumentLanguage;
import org.medicscribe.documents.NoteDocument;
import org.medicscribe.documents.pdf.NotePdf;
import org.medicscribe.events.EncounterId;
import org.medicscribe.memory.MemoryBudget;
import org.medicscribe.storage.memory.StorageMemory;
import org.medicscribe.storage.note.printing.NotePrinter.Printed;

class PdfPrinterTest {

  private final ExecutorService workers = Executors.newSingleThreadExecutor();

  @AfterEach
  void close() {
    workers.shutdown();
  }

  @Test
  void shouldGiveBackWhatItTook() {
    // Given
    StorageMemory memory = new StorageMemory(new MemoryBudget(200 << 20));

    // When
    Printed printed = printer(memory).print(note("Rest.")).await().indefinitely();

    // Then
    assertThat(printed).isInstanceOf(Printed.Pdf.class);
    assertThat(memory.documents().used()).isZero();
  }

  @Test
  void shouldSayThatItIsTooLongWhereItWouldNeverFit() {
    // Given
    StorageMemory small = new StorageMemory(new MemoryBudget(30 << 20));
    StorageMemory large = new StorageMemory(new MemoryBudget(1 << 30));
    NoteDocument longest = note("x".repeat(NotePdf.LONGEST + 1));

    // Then
    assertThat(printer(small).print(note("Rest.")).await().indefinitely())
        .isEqualTo(new Printed.TooLong());
    assertThat(printer(large).print(longest).await().indefinitely())
        .isEqualTo(new Printed.TooLong());
    assertThat(printer(large).printNow(longest).await().indefinitely())
        .isEqualTo(new Printed.TooLong());
    assertThat(small.documents().used() + large.documents().used()).isZero();
  }

  @Test
  void shouldAlwaysHaveRoomForWhatIsSigned() {
    // Given
    StorageMemory memory = new StorageMemory(new MemoryBudget(200 << 20));
    long all = memory.documents().ceiling();
    memory.documents().take(all);

    // Then
    assertThat(printer(memory).print(note("Rest.")).await().indefinitely())
        .isEqualTo(new Printed.NoRoom());
    assertThat(printer(memory).printNow(note("Rest.")).await().indefinitely())
        .isInstanceOf(Printed.Pdf.class);
    assertThat(memory.documents().used()).isEqualTo(all);
  }

  @Test
  void shouldSetNothingWhereItIsLeftOut() {
    assertThat(new NoPrinter().printNow(note("Rest.")).await().indefinitely())
        .isEqualTo(new Printed.NotHere());
  }

  private PdfPrinter printer(StorageMemory memory) {
    return new PdfPrinter(memory, () -> ZoneId.of("UTC"), workers);
  }

  private static NoteDocument note(String text) {
    return new NoteDocument(
        new EncounterId(UUID.fromString("0193a7c4-0000-7000-8000-000000000001")),
        1,
        Instant.EPOCH,
        Instant.EPOCH,
        DocumentLanguage.ENGLISH,
        "SOAP note",
        "11506-3",
        null,
        "Room 3",
        "clinic",
        new NoteDocument.Person("dr.rivera", "Dr Rivera"),
        null,
        List.of(
            new NoteDocument.Section(
                "plan",
                "Plan",
                null,
                List.of(
                    new NoteDocument.Statement(
                        "s1", text, NoteDocument.Standing.WRITTEN, List.of())))),
        List.of(),
        null,
        List.of(),
        false);
  }
}
