package org.medicscribe.storage.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medicscribe.storage.proof.Finding;
import org.medicscribe.storage.proof.Finding.Fault;
import org.medicscribe.storage.proof.Finding.Part;
import org.medicscribe.storage.proof.SigningKeys;

class HeadsFileTest {

  private static final Instant AT = Instant.parse("2026-11-24T10:00:00.123456Z");

  @TempDir Path folder;

  private HeadsFile heads() {
    SigningKeys keys = SigningKeys.of(List.of(Base64.getEncoder().encodeToString(new byte[32])));
    return new HeadsFile(folder.resolve("below/heads.jsonl"), keys);
  }

  private static Head head(long entries) {
    return Head.of(AT, "clinic-a", entries, new byte[] {1, 2}, false);
  }

  @Test
  void shouldReadWhatWasAppended() throws Exception {
    // When
    heads().append(List.of(head(1), head(2)));
    heads().append(List.of(head(3)));

    // Then
    assertThat(heads().read().heads()).containsExactly(head(1), head(2), head(3));
    assertThat(heads().read().broken()).isEmpty();
  }

  @Test
  void shouldNameALineThatWasChangedAndOneThatIsNone() throws Exception {
    // Given
    heads().append(List.of(head(1), head(2)));
    Path file = folder.resolve("below/heads.jsonl");
    Files.writeString(
        file, Files.readString(file).replace("\"entries\":2", "\"entries\":1") + "x\n");

    // When
    HeadsFile.Read read = heads().read();

    // Then
    assertThat(read.heads()).containsExactly(head(1));
    assertThat(read.broken())
        .containsExactly(
            new Finding(Part.HEADS, "line 2", Fault.CHANGED),
            new Finding(Part.HEADS, "line 3", Fault.CHANGED));
  }

  @Test
  void shouldMissTheFile() throws Exception {
    assertThat(heads().read().broken())
        .containsExactly(new Finding(Part.HEADS, "heads.jsonl", Fault.MISSING));
  }
}
