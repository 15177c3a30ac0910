package org.medicscribe.transcription.speech.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.medicscribe.events.LiveEvent.DelayReason;
import org.medicscribe.transcription.speech.SpeechResult.Delayed;

class DelayNoticeTest {

  private final DelayNotice notice = new DelayNotice(Duration.ofSeconds(3));

  @Test
  void shouldSayNothingWhileResultsComeInTime() {
    assertThat(notice.observe(Duration.ofSeconds(2))).isEmpty();
    assertThat(notice.observe(Duration.ZERO)).isEmpty();
  }

  @Test
  void shouldSayItOnceAgainWhenItGetsWorseAndAtItsEnd() {
    assertThat(notice.observe(Duration.ofSeconds(4))).contains(delayed(4));
    assertThat(notice.observe(Duration.ofSeconds(5))).isEmpty();
    assertThat(notice.observe(Duration.ofSeconds(7))).contains(delayed(7));
    assertThat(notice.observe(Duration.ofSeconds(2))).isEmpty();
    assertThat(notice.observe(Duration.ofSeconds(1))).contains(delayed(0));
    assertThat(notice.observe(Duration.ZERO)).isEmpty();
  }

  private static Delayed delayed(int seconds) {
    return new Delayed(Duration.ofSeconds(seconds), DelayReason.OVERLOADED);
  }
}
