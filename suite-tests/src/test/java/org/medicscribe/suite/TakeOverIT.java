package org.medicscribe.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.medicscribe.simulators.ruler.RulerVerdict;
import org.medicscribe.simulators.ruler.RulerWord;

/** A second device goes on with a visit while the first one still records it. */
@ExtendWith(SimulatedSuite.Given.class)
@ResourceLock(SimulatedSuite.LOCK)
class TakeOverIT {

  private static final int SECOND = 16_000;
  private static final int WAV_HEADER = 44;

  private static RulerVerdict verdict(RulerDevice device, long samples, List<String> words) {
    return RulerVerdict.of(device.session(), RulerWord.count(samples), words);
  }

  private static List<String> wordsOf(JsonNode transcript) {
    return StreamSupport.stream(transcript.path("segments").spliterator(), false)
        .flatMap(segment -> StreamSupport.stream(segment.path("words").spliterator(), false))
        .map(word -> word.path("text").asText())
        .toList();
  }

  @Test
  void shouldPutASecondDeviceBehindTheFirstWithoutLosingASampleOfEither(SimulatedSuite suite)
      throws Exception {
    String visit = suite.api().create("Taken over", "en", List.of());
    suite.api().consent(visit, "spoken");
    try (RulerDevice first = suite.device(0, visit);
        RulerDevice second = suite.device(1, visit);
        ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor()) {
      // Given
      first.start(0, false);
      while (first.safe() < 3 * SECOND) {
        first.speak();
      }

      // When the second one goes on from what is stored, as the page does
      long stored = suite.storedSamples(visit);
      Future<RulerDevice> started = beside.submit(() -> second.start(stored, true));
      TestSuite.await(
          Duration.ofSeconds(30),
          () -> {
            speak(first);
            return first.closed().isPresent();
          });
      started.get();
      while (second.spoken() < 4 * SECOND) {
        second.speak();
      }
      second.stop();

      // Then the first one knows
      assertThat(first.refusal()).contains("another-recorder");
      assertThat(first.closed()).contains(4409);

      // and what it was told to be safe lies before the second one
      assertThat(second.begin()).isBetween(first.safe(), first.spoken());
      assertThat(second.safe()).isEqualTo(second.begin() + second.spoken());
      TestSuite.await(Duration.ofSeconds(30), () -> suite.storedSamples(visit) == second.safe());
      ByteArrayOutputStream recorded = new ByteArrayOutputStream();
      recorded.write(first.pcm(second.begin()));
      recorded.write(second.pcm(second.spoken()));
      byte[] wav = suite.audio(visit);
      assertThat(Arrays.copyOfRange(wav, WAV_HEADER, wav.length)).isEqualTo(recorded.toByteArray());

      // and every word of either is heard once
      TestSuite.await(Duration.ofSeconds(30), () -> suite.isHeard(visit));
      List<String> words = wordsOf(suite.api().transcript(visit));
      int switchAt = Math.toIntExact(RulerWord.count(second.begin()));
      assertThat(verdict(first, second.begin(), words.subList(0, switchAt)))
          .matches(RulerVerdict::isExact);
      assertThat(verdict(second, second.spoken(), words.subList(switchAt, words.size())))
          .matches(RulerVerdict::isExact);
    }
  }

  private static void speak(RulerDevice device) {
    try {
      device.speak();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
