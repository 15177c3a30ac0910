package org.medicscribe.simulators.faults;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One thing that goes wrong, {@link #times} requests long.
 *
 * <p>A <i>chunk</i> is a message of the client (audio) for the speech provider and an event of the
 * answer for the language model.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Fault.Latency.class, name = "latency"),
  @JsonSubTypes.Type(value = Fault.Refuse.class, name = "refuse"),
  @JsonSubTypes.Type(value = Fault.Silence.class, name = "silence"),
  @JsonSubTypes.Type(value = Fault.Garbage.class, name = "garbage"),
  @JsonSubTypes.Type(value = Fault.Close.class, name = "close"),
  @JsonSubTypes.Type(value = Fault.Truncate.class, name = "truncate"),
  @JsonSubTypes.Type(value = Fault.ContentFilter.class, name = "content-filter"),
  @JsonSubTypes.Type(value = Fault.Decline.class, name = "decline"),
  @JsonSubTypes.Type(value = Fault.ErrorInStream.class, name = "error-in-stream")
})
public sealed interface Fault {

  /** Requests it strikes; 0 means all until the plan is cleared. */
  int times();

  /** What can happen to any provider. */
  sealed interface OfAnyProvider extends Fault {}

  /** What can happen to the answer of a language model only. */
  sealed interface OfAnswer extends Fault {}

  /**
   * Every answer comes later: the language model's first byte, each message of the speech provider.
   * Combines with any other fault.
   */
  record Latency(int times, Duration delay) implements OfAnyProvider {}

  /**
   * The request is refused.
   *
   * @param code the provider's own code, when the usual one of the status is not meant: {@code
   *     insufficient_quota}
   */
  record Refuse(int times, int status, @Nullable String code, @Nullable Duration retryAfter)
      implements OfAnyProvider {

    public Refuse(int times, int status) {
      this(times, status, null, null);
    }
  }

  /** After so many chunks nothing more comes, and nothing is closed; 0: no answer at all. */
  record Silence(int times, int afterChunks) implements OfAnyProvider {}

  /** After so many chunks come messages that mean nothing, then the answer goes on. */
  record Garbage(int times, int afterChunks) implements OfAnyProvider {}

  /**
   * The connection ends in the middle.
   *
   * @param afterChunks chunks before the end
   * @param afterAudio for the speech provider: audio before the end, when chunks are not meant
   * @param code close code of the socket; 0 cuts the connection without a word
   */
  record Close(int times, int afterChunks, @Nullable Duration afterAudio, int code)
      implements OfAnyProvider {

    public static Close afterAudio(int times, Duration audio, int code) {
      return new Close(times, Integer.MAX_VALUE, audio, code);
    }

    public static Close afterChunks(int times, int chunks, int code) {
      return new Close(times, chunks, null, code);
    }
  }

  /** The answer is cut after half of it: {@code finish_reason: length}. */
  record Truncate(int times) implements OfAnswer {}

  /** The answer is cut after half of it: {@code finish_reason: content_filter}. */
  record ContentFilter(int times) implements OfAnswer {}

  /** The model declines: a refusal instead of content. */
  record Decline(int times, String refusal) implements OfAnswer {}

  /** An error object inside an answer that began with 200. */
  record ErrorInStream(int times, int afterChunks) implements OfAnswer {}
}
