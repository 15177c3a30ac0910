package org.medicscribe.audiofiles.wav;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.medicscribe.audiofiles.ByteSource;
import org.medicscribe.audiofiles.Findings.Remark;
import org.medicscribe.audiofiles.Refusal;
import org.medicscribe.audiofiles.Spool;

/**
 * Walks through the chunks of a wave file, and of those that follow it in the same file, from one
 * run of samples to the next. Passes over notes and pictures of any size.
 */
final class WavChunks implements AutoCloseable {

  /** As long as nobody knows where it ends. */
  static final long ENDLESS = 1L << 60;

  /** Samples that stand before their format wait on the disk, so many bytes at most. */
  private static final long MOST_WAITING = 64L * 1024 * 1024;

  /** One byte more than the longest that is known, so that it is seen to be the last. */
  private static final int LONGEST_TRAILER = Chunk.TRAILER + 2;

  private static final int DS64 = 28;
  private static final int NOTEWORTHY = 64;
  private static final long ANY_SIZE = 0xffff_ffffL;

  private final ByteSource source;
  private final List<Remark> remarks = new ArrayList<>();
  private long riffEnd = ENDLESS;
  private long dataBytes64;
  private byte[] formatContent = new byte[0];
  private @Nullable Spool waiting;
  private long waitingBytes;
  private boolean hasFound;

  WavChunks(ByteSource source) {
    this.source = source;
  }

  /**
   * A run of samples.
   *
   * @param bytes whole blocks, or all there are of blocks that can end early
   * @param tail bytes behind them that are no whole sample
   * @param isCounted whether somebody counted the bytes; otherwise it goes on to the end
   * @param source where the samples come from
   */
  record Run(WavFormat format, long bytes, int tail, boolean isCounted, ByteSource source) {

    Run goingOn() {
      return new Run(format, ENDLESS, 0, false, source);
    }

    boolean isOdd() {
      return (bytes + tail) % 2 != 0;
    }
  }

  /** What comes next. */
  sealed interface Found {
    record Samples(Run run) implements Found {}

    /**
     * Samples of a codec for which there is a decoder perhaps.
     *
     * @param head of a file of which these samples are the only ones
     */
    record Foreign(String name, byte[] head) implements Found {}

    record Refused(Refusal refusal) implements Found {}

    record End() implements Found {}
  }

  Found next() throws IOException {
    while (true) {
      byte[] ahead = source.peek(Chunk.RIFF_HEAD);
      Chunk chunk = Chunk.read(ahead).orElse(null);
      if (chunk == null) {
        return end();
      }
      if (Chunk.isRiff(ahead)) {
        beginFile(chunk);
        continue;
      }
      if (chunk.name().equals("LIST") && isWaveList(ahead)) {
        source.skip(Chunk.RIFF_HEAD);
        continue;
      }
      source.skip(Chunk.HEAD);
      switch (chunk.name()) {
        case "ds64" -> readLongSizes(chunk);
        case "slnt" -> {
          return new Found.Refused(
              Refusal.unsupported(
                  "The file writes silence as a number (slnt); save it as plain WAV."));
        }
        case "fmt " -> {
          formatContent = source.take((int) Math.min(chunk.size(), WavFormat.LONGEST));
          skip(chunk, formatContent.length);
          if (waiting != null) {
            return found(spooled(waiting), waitingBytes, true);
          }
        }
        case "data" -> {
          if (formatContent.length > 0) {
            if (chunk.size() == 0 && Chunk.isAt(source.peek(Chunk.RIFF_HEAD))) {
              continue;
            }
            long size = chunk.size() == ANY_SIZE && dataBytes64 > 0 ? dataBytes64 : chunk.size();
            dataBytes64 = 0;
            return found(source, size, Promise.isCounted(size));
          }
          if (waiting != null || chunk.size() > MOST_WAITING || chunk.size() == 0) {
            return new Found.Refused(withoutFormat());
          }
          waiting = Spool.of(source, chunk.size());
          waitingBytes = chunk.size();
          skip(chunk, chunk.size());
        }
        default -> passOver(chunk);
      }
    }
  }

  private void beginFile(Chunk chunk) throws IOException {
    long begin = source.position();
    source.skip(Chunk.RIFF_HEAD);
    riffEnd = Promise.isCounted(chunk.size()) ? begin + Chunk.HEAD + chunk.size() : ENDLESS;
    formatContent = new byte[0];
    dataBytes64 = 0;
  }

  private void readLongSizes(Chunk chunk) throws IOException {
    byte[] content = source.take((int) Math.min(chunk.size(), DS64));
    if (content.length >= 16) {
      ByteBuffer sizes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
      long data = sizes.getLong(Long.BYTES);
      dataBytes64 = data > 0 && data < ENDLESS ? data : 0;
    }
    skip(chunk, content.length);
  }

  private Found found(ByteSource from, long size, boolean isCounted) {
    return switch (WavFormat.read(formatContent)) {
      case WavFormat.Reading.Known(var format) -> {
        hasFound = true;
        int tail = format.codec() instanceof Pcm pcm ? (int) (size % pcm.blockBytes()) : 0;
        yield new Found.Samples(
            isCounted
                ? new Run(format, size - tail, tail, true, from)
                : new Run(format, ENDLESS, 0, false, from));
      }
      case WavFormat.Reading.Foreign(var name) -> new Found.Foreign(name, headOfForeign());
      case WavFormat.Reading.Wrong(var sentence) ->
          new Found.Refused(Refusal.unsupported(sentence));
    };
  }

  /**
   * Whether what follows a run is more of the same sound, since no chunk begins there: whoever
   * wrote the file counted too early. Stands before the next chunk otherwise.
   */
  boolean continuesAfter(Run run) throws IOException {
    if (run.source() != source) {
      return false;
    }
    byte[] ahead = source.peek(run.tail() + LONGEST_TRAILER);
    int padded = run.tail() + (run.isOdd() ? 1 : 0);
    for (int at : new int[] {padded, run.tail(), run.tail() + 1}) {
      if (at <= ahead.length && Chunk.isAt(Arrays.copyOfRange(ahead, at, ahead.length))) {
        source.skip(at);
        return false;
      }
    }
    if (ahead.length <= padded
        || ahead.length < run.tail() + run.format().codec().blockBytes()
        || Chunk.isTrailer(Arrays.copyOfRange(ahead, padded, ahead.length))) {
      source.skip(ahead.length);
      return false;
    }
    remarks.add(
        new Remark(
            "longer-than-said",
            "The file holds more sound than its header says; all of it was taken."));
    return true;
  }

  /** Whether a file that ends here is as long as its outer length says, so that nothing is cut. */
  boolean isWholeAt(Run run) {
    return run.source() == source && riffEnd != ENDLESS && source.position() >= riffEnd;
  }

  List<Remark> remarks() {
    return remarks;
  }

  private Found end() throws IOException {
    source.skip(Chunk.HEAD);
    if (hasFound) {
      return new Found.End();
    }
    return new Found.Refused(waiting == null ? Refusal.cutOff() : withoutFormat());
  }

  private static Refusal withoutFormat() {
    return Refusal.unsupported(
        "The file does not say how its samples are written: its format is missing.");
  }

  private void passOver(Chunk chunk) throws IOException {
    if (hasFound && !chunk.isUsual() && chunk.size() > NOTEWORTHY) {
      remarks.add(
          new Remark(
              "unread",
              "Behind the recording stand %d bytes that are no sound; they were not read."
                  .formatted(chunk.size())));
    }
    skip(chunk, 0);
  }

  /** Passes over what is left of a chunk, and over the byte that makes it even. */
  private void skip(Chunk chunk, long taken) throws IOException {
    source.skip(chunk.size() - taken);
    if (chunk.size() % 2 != 0) {
      byte[] ahead = source.peek(1 + Chunk.RIFF_HEAD);
      boolean isPadded =
          !Chunk.isAt(ahead) || Chunk.isAt(Arrays.copyOfRange(ahead, 1, ahead.length));
      source.skip(isPadded ? 1 : 0);
    }
  }

  private static ByteSource spooled(Spool spool) {
    return new ByteSource(spool.read());
  }

  private static boolean isWaveList(byte[] ahead) {
    return ahead.length == Chunk.RIFF_HEAD && Chunk.name(ahead, 8).equals("wavl");
  }

  private byte[] headOfForeign() {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    head.writeBytes(ascii("RIFF\377\377\377\377WAVEfmt "));
    head.writeBytes(
        ByteBuffer.allocate(Integer.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(formatContent.length)
            .array());
    head.writeBytes(formatContent);
    head.writeBytes(new byte[formatContent.length % 2]);
    head.writeBytes(ascii("data\377\377\377\377"));
    return head.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() {
    if (waiting != null) {
      waiting.close();
    }
  }
}
