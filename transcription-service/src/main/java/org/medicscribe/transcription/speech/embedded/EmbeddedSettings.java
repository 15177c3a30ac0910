package org.medicscribe.transcription.speech.embedded;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How much of this machine the recogniser may use.
 *
 * @param models the folder that {@code models/fetch} filled
 * @param workers threads that recognise; each keeps one core busy and serves 3 to 4 live streams
 * @param interimEvery how much new speech asks for the next interim
 * @param interimEveryUnderLoad the same while recognition waits for a free thread
 * @param delayNotice how long speech may wait to be read before the user is told
 * @param mostPending audio that one stream may leave unread before it is given up
 */
public record EmbeddedSettings(
    Path models,
    int workers,
    Duration interimEvery,
    Duration interimEveryUnderLoad,
    Duration delayNotice,
    Duration mostPending) {

  public EmbeddedSettings {
    if (workers < 1) {
      throw new IllegalArgumentException("the recogniser needs at least one worker");
    }
  }

  /**
   * One core stays free for the other services. Interims as in {@code interimEvery}: a shorter
   * pause costs more than a fifth of a core for each stream.
   */
  public static EmbeddedSettings defaults() {
    return new EmbeddedSettings(
        defaultModels(),
        Math.max(1, Runtime.getRuntime().availableProcessors() - 1),
        Duration.ofSeconds(1),
        Duration.ofMillis(1500),
        Duration.ofSeconds(3),
        Duration.ofMinutes(2));
  }

  /** The same with another interim step, under load as well. */
  public EmbeddedSettings withInterimEvery(Duration step) {
    return new EmbeddedSettings(models, workers, step, step, delayNotice, mostPending);
  }

  /** The folder that {@code models/fetch} uses. */
  public static Path defaultModels() {
    String chosen = System.getenv("MEDIC_SCRIBE_MODELS");
    return chosen == null || chosen.isBlank()
        ? Path.of(System.getProperty("user.home"), ".cache", "medic-scribe", "models")
        : Path.of(chosen);
  }
}
