package org.medicscribe.storage.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.medicscribe.memory.MemoryBudget;
import org.medicscribe.memory.Share;
import org.medicscribe.storage.audio.Downloads.Asked;
import org.medicscribe.storage.audio.Downloads.Download;

class DownloadsTest {

  private Instant now = Instant.parse("2026-12-01T10:00:00Z");
  private final Share memory = new MemoryBudget(50).share("downloads", 0, 1);
  private final Downloads downloads =
      new Downloads(memory, 10, 3, ((InstantSource) () -> now).withZone(ZoneOffset.UTC));
  private final List<String> hungUpOn = new ArrayList<>();

  private Download admitted(String reader) {
    return ((Asked.Admitted) downloads.ask(reader, () -> hungUpOn.add(reader))).download();
  }

  @Test
  void shouldLetAReaderHaveAFew() {
    // Given
    admitted("ana");
    admitted("ana");
    Download third = admitted("ana");

    // Then
    assertThat(downloads.ask("ana", () -> {})).isEqualTo(new Asked.TooMany());
    assertThat(downloads.ask("ben", () -> {})).isInstanceOf(Asked.Admitted.class);

    // and when one has ended
    third.end();
    assertThat(downloads.ask("ana", () -> {})).isInstanceOf(Asked.Admitted.class);
  }

  @Test
  void shouldLetNoMoreInThanThereIsMemoryFor() {
    // Given
    Download first = admitted("reader 0");
    for (int i = 1; i < 5; i++) {
      admitted("reader " + i);
    }

    // Then
    assertThat(downloads.ask("reader 5", () -> {})).isEqualTo(new Asked.Busy());

    // and when one has ended, which may be said twice
    first.end();
    first.end();
    assertThat(downloads.ask("reader 5", () -> {})).isInstanceOf(Asked.Admitted.class);
    assertThat(memory.used()).isEqualTo(50);
  }

  @Test
  void shouldHangUpOnWhoTakesNothingAndOnNobodyElse() {
    // Given
    admitted("stalled");
    Download slow = admitted("slow");
    now = now.plusSeconds(40);
    slow.progressed();

    // When
    downloads.hangUpOnWhoStopped(Duration.ofSeconds(30));

    // Then
    assertThat(hungUpOn).containsExactly("stalled");
  }
}
