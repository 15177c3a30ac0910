package org.medicscribe.audiofiles.wav;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * The head of a chunk: its name and how many bytes it says it has.
 *
 * @param size as written; what it is worth is another question
 */
record Chunk(String name, long size) {

  static final int HEAD = 8;
  static final int RIFF_HEAD = 12;
  static final int TRAILER = 128;

  private static final long LARGEST_UNKNOWN = 1 << 24;

  /** Chunks that stand behind the samples, beside those that a file invents. */
  private static final Set<String> USUAL =
      Set.of(
          "data", "fmt ", "fact", "LIST", "list", "id3 ", "ID3 ", "bext", "cue ", "smpl", "inst",
          "PEAK", "iXML", "axml", "aXML", "chna", "umid", "_PMX", "cart", "afsp", "levl", "JUNK",
          "junk", "FLLR", "PAD ", "DISP", "plst", "note", "labl", "ltxt", "acid", "strc", "slnt");

  /** The head that these bytes begin with; empty when they are too few. */
  static Optional<Chunk> read(byte[] bytes) {
    if (bytes.length < HEAD) {
      return Optional.empty();
    }
    return Optional.of(
        new Chunk(
            name(bytes, 0),
            Integer.toUnsignedLong(
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(4))));
  }

  /** Whether bytes that may as well be sound are the head of a chunk. */
  static boolean isAt(byte[] bytes) {
    return isRiff(bytes)
        || read(bytes).filter(chunk -> USUAL.contains(chunk.name) || chunk.isLikely()).isPresent();
  }

  /** Whether these last bytes of a file are a title as players write it behind any file (ID3v1). */
  static boolean isTrailer(byte[] bytes) {
    return bytes.length == TRAILER && name(bytes, 0).startsWith("TAG");
  }

  /** Whether a whole wave file begins here. */
  static boolean isRiff(byte[] bytes) {
    return bytes.length >= RIFF_HEAD
        && Set.of("RIFF", "RF64", "BW64").contains(name(bytes, 0))
        && name(bytes, 8).equals("WAVE");
  }

  boolean isUsual() {
    return USUAL.contains(name);
  }

  /** A name of letters and a length within reason; sound looks like this once in 10,000 times. */
  private boolean isLikely() {
    return size < LARGEST_UNKNOWN
        && name.chars().allMatch(letter -> letter >= ' ' && letter <= '~');
  }

  static String name(byte[] bytes, int at) {
    return new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
  }
}
