package org.medicscribe.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.medicscribe.devstack.chaos.RulerVisit;
import org.medicscribe.devstack.client.Visit;

/** A ruler visit under way, and what is to become of it. */
record RunningVisit(RulerVisit visit, Future<RulerVisit.Judgement> judgement) {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** Waits until so many seconds of its audio are safe. */
  RunningVisit awaitSafe(double seconds) {
    TestSuite.await(PATIENCE, () -> visit.safeSeconds() >= seconds);
    return this;
  }

  /** Waits until its user has been told something with these words in it. */
  void awaitTold(String words) {
    try {
      TestSuite.await(PATIENCE, () -> visit.told().stream().anyMatch(told -> told.contains(words)));
    } catch (AssertionError missing) {
      throw new AssertionError("told " + visit.told() + ", not " + words, missing);
    }
  }

  /** Every word once, every byte as it was sent, and a note. */
  void assertWhole() throws InterruptedException, ExecutionException {
    RulerVisit.Judgement judged = judgement.get();
    JsonNode coverage = judged.encounter().path("coverage");
    assertAll(
        () -> assertThat(judged.words().isExact()).as(judged.words().toString()).isTrue(),
        () -> assertThat(judged.audio().isExact()).as(judged.audio().toString()).isTrue(),
        () -> assertThat(judged.outcome()).isEqualTo(Visit.Outcome.NOTE),
        () -> assertThat(coverage.path("storedGaps")).isEmpty(),
        () -> assertThat(coverage.path("transcriptGaps")).isEmpty(),
        () ->
            assertThat(coverage.path("transcribedSamples").asLong())
                .isEqualTo(coverage.path("recordedSamples").asLong()),
        () ->
            assertThat(coverage.path("storedSamples").asLong())
                .isEqualTo(coverage.path("recordedSamples").asLong()));
  }
}
