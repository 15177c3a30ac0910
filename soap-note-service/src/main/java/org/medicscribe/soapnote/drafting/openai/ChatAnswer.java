package org.medicscribe.soapnote.drafting.openai;

import java.time.Duration;
import java.util.Optional;

/** How one exchange with the server ended. */
sealed interface ChatAnswer {

  /** The whole answer. */
  record Complete(String content) implements ChatAnswer {
    @Override
    public String toString() {
      return "Complete[length=" + content.length() + "]";
    }
  }

  /** The answer reached the limit of tokens. */
  record CutOff() implements ChatAnswer {}

  /** The server's content filter stopped the answer. */
  record Filtered() implements ChatAnswer {}

  /** The model declined. */
  record Declined() implements ChatAnswer {}

  /**
   * The server said no, by status or by an error object inside a stream.
   *
   * @param status 200 inside a stream
   * @param code the provider's own, empty if it gave none
   * @param retryAfter how long the server asks to wait
   */
  record ProviderError(int status, String code, Optional<Duration> retryAfter)
      implements ChatAnswer {}

  /** No connection could be made, or it ended before any answer began. */
  record Unreachable() implements ChatAnswer {}

  /** The stream ended before the answer did. */
  record Broken() implements ChatAnswer {}

  /** Silence for longer than allowed. */
  record Silent() implements ChatAnswer {}

  /** Not what the contract says. */
  record Garbage() implements ChatAnswer {}
}
