package org.medicscribe.transcription.speech.embedded;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Audio on its way from the caller's thread to the recogniser's. Two arrays change places, so that
 * nothing is allocated while a stream runs evenly.
 */
final class AudioInbox {

  private static final int INITIAL_CAPACITY = 1 << 14;

  @FunctionalInterface
  interface Reader {
    /** Takes samples that follow those before; the array is reused after the call. */
    void read(short[] samples, int offset, int count);
  }

  private short[] arriving = new short[INITIAL_CAPACITY];
  private short[] reading = new short[INITIAL_CAPACITY];
  private int count;

  /** Where in {@link #arriving} the last pause lies; an earlier one is covered by it. */
  private int pauseAt = -1;

  synchronized void append(ByteBuffer pcm) {
    var samples = pcm.duplicate().order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    int more = samples.remaining();
    if (count + more > arriving.length) {
      arriving = Arrays.copyOf(arriving, Math.max(count + more, 2 * arriving.length));
    }
    samples.get(arriving, count, more);
    count += more;
  }

  /** Nothing is being said from here on, for now. */
  synchronized void pause() {
    pauseAt = count;
  }

  /** Hands over what has arrived, and the last pause in it. By one thread at a time. */
  void drainTo(Reader reader, Runnable onPause) {
    int arrived;
    int pause;
    synchronized (this) {
      short[] filled = arriving;
      arriving = reading;
      reading = filled;
      arrived = count;
      count = 0;
      pause = pauseAt;
      pauseAt = -1;
    }
    if (pause >= 0) {
      reader.read(reading, 0, pause);
      onPause.run();
    }
    int heard = Math.max(0, pause);
    reader.read(reading, heard, arrived - heard);
  }

  /** Samples that nobody has read yet. */
  synchronized int waiting() {
    return count;
  }
}
