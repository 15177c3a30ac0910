package org.medicscribe.events;

import java.time.Duration;
import java.util.List;

/**
 * The topics of the suite. All are keyed by encounter id, so what belongs to one encounter stays in
 * order.
 */
public final class Topics {

  public static final String AUDIO = "encounter-audio";
  public static final String TRANSCRIPT = "encounter-transcript";
  public static final String NOTE = "encounter-note";
  public static final String LIVE = "encounter-live";

  private static final String DEAD_LETTER_SUFFIX = "-dead-letter";

  /** Three hours of talk in one note request, uncompressed, with room to spare. */
  private static final int NOTE_MAX_BYTES = 4 * 1024 * 1024;

  private static final int MAX_BYTES = 1024 * 1024;

  /** Audio and results wait this long for a service that is down. */
  private static final Duration KEPT = Duration.ofDays(7);

  /** Live updates mean nothing to a reader that comes late. */
  private static final Duration KEPT_LIVE = Duration.ofMinutes(10);

  /** How a topic is to be created; replication is the installation's affair. */
  public record Topic(String name, int partitions, Duration retention, int maxMessageBytes) {}

  public static final List<Topic> ALL =
      List.of(
          new Topic(AUDIO, 12, KEPT, MAX_BYTES),
          new Topic(TRANSCRIPT, 12, KEPT, MAX_BYTES),
          new Topic(NOTE, 12, KEPT, NOTE_MAX_BYTES),
          new Topic(LIVE, 12, KEPT_LIVE, MAX_BYTES),
          new Topic(deadLetterOf(AUDIO), 1, KEPT, MAX_BYTES),
          new Topic(deadLetterOf(TRANSCRIPT), 1, KEPT, MAX_BYTES),
          new Topic(deadLetterOf(NOTE), 1, KEPT, NOTE_MAX_BYTES));

  private Topics() {}

  public static String deadLetterOf(String topic) {
    return topic + DEAD_LETTER_SUFFIX;
  }
}
