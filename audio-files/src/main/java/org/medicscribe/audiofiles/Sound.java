package org.medicscribe.audiofiles;

import java.io.IOException;

/** The samples of a recording, read once from front to end. */
public interface Sound extends AutoCloseable {

  /**
   * The next piece of little-endian PCM16, one channel, on the recording's clock; empty at the end.
   *
   * @throws IOException the sender is gone
   */
  byte[] next() throws IOException;

  /**
   * Samples on the recording's clock that a file of so many bytes can hold at most, if that is
   * known before it is read; 0 otherwise. What its header promises counts as far as there are bytes
   * for it.
   */
  default long samplesIn(long bytesOfFile) {
    return 0;
  }

  /** Whether it is what a recording is made of, so that nothing had to be converted. */
  default boolean isVerbatim() {
    return false;
  }

  /** What was noticed; complete at the end. */
  Findings findings();

  @Override
  void close();
}
