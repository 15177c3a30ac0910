package org.medicscribe.transcription.speech.deepgram;

import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.medicscribe.events.SampleIndex;

/** Cuts audio into messages of 20 to 250 ms, as the provider wants them; never an empty one. */
final class AudioCutter {

  static final int SHORTEST = SampleIndex.PER_SECOND / 50 * SampleIndex.BYTES;
  static final int LONGEST = SampleIndex.PER_SECOND / 4 * SampleIndex.BYTES;

  private final Consumer<Buffer> messages;
  private Buffer rest = Buffer.buffer();

  AudioCutter(Consumer<Buffer> messages) {
    this.messages = messages;
  }

  void add(ByteBuffer pcm) {
    ByteBuffer left = pcm.duplicate();
    if (rest.length() > 0) {
      take(left, Math.min(left.remaining(), LONGEST - rest.length()));
    }
    while (left.remaining() >= SHORTEST) {
      take(left, Math.min(left.remaining(), LONGEST));
    }
    if (left.hasRemaining()) {
      take(left, left.remaining());
    }
  }

  /** What is too short for a message goes out as it is. */
  void flush() {
    if (rest.length() > 0) {
      Buffer last = rest;
      rest = Buffer.buffer();
      messages.accept(last);
    }
  }

  int heldBytes() {
    return rest.length();
  }

  private void take(ByteBuffer pcm, int bytes) {
    ByteBuffer piece = pcm.slice(pcm.position(), bytes);
    pcm.position(pcm.position() + bytes);
    Buffer message = rest.length() > 0 ? rest.appendBuffer(wrapped(piece)) : wrapped(piece);
    if (message.length() >= SHORTEST) {
      rest = Buffer.buffer();
      messages.accept(message);
    } else {
      // A copy that more can be added to: what is wrapped is as long as it is.
      rest = Buffer.buffer(LONGEST).appendBuffer(message);
    }
  }

  /** The samples themselves: what waits for the provider is kept once, by the session. */
  private static Buffer wrapped(ByteBuffer piece) {
    return Buffer.buffer(Unpooled.wrappedBuffer(piece));
  }
}
