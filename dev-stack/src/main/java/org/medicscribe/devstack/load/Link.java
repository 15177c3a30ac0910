package org.medicscribe.devstack.load;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketConnectOptions;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** How one recording speaks with what is measured. */
interface Link {

  WebSocketConnectOptions address();

  /** What is said when the socket is open; null when audio may begin at once. */
  @Nullable String greeting();

  /** A frame with room for {@code pcmBytes} of audio, which are appended to it. */
  Buffer frame(long position, int pcmBytes);

  String farewell(long totalSamples);

  Heard read(String message) throws IOException;

  /** What the other side said. */
  sealed interface Heard {

    /** Audio may begin. */
    record Ready() implements Heard {}

    record Acknowledged(long through) implements Heard {}

    /** A final result up to this ruler word. */
    record Told(long lastWord) implements Heard {}

    /** The recording is closed in good order. */
    record Ended() implements Heard {}

    record Refused(String reason) implements Heard {}

    record Other() implements Heard {}
  }
}
