package org.medicscribe.audiofiles.decoder;

import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;

/**
 * Follows a recording on its way to the decoder, which is told nothing of how long the file is, and
 * knows at the end whether all of it came, where its kind lets one know.
 */
sealed interface FileEnd permits FileEnd.Unknown, MpegFrames, OggPages {

  /** Looks at the next bytes of the file; called by one thread. */
  void follow(byte[] bytes, int count);

  /** How long the file says that it is, in seconds. */
  OptionalDouble promised();

  /**
   * Whether the file stops in the middle of what it is made of, however long it was meant to be.
   */
  boolean isCutOff();

  /**
   * @param beginning at least 4 bytes, if the file has them
   */
  static FileEnd of(byte[] beginning) {
    String text = new String(beginning, StandardCharsets.ISO_8859_1);
    if (text.startsWith("OggS")) {
      return new OggPages();
    }
    return text.startsWith("ID3") || MpegFrame.of(beginning).isPresent()
        ? new MpegFrames()
        : new Unknown();
  }

  /** A container whose lengths the decoder reads itself, or that has none. */
  record Unknown() implements FileEnd {

    @Override
    public void follow(byte[] bytes, int count) {
      // Nothing in it would tell.
    }

    @Override
    public OptionalDouble promised() {
      return OptionalDouble.empty();
    }

    @Override
    public boolean isCutOff() {
      return false;
    }
  }
}
