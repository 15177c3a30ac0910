package org.medicscribe.devstack.client;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The audio of a WAV file, read by position.
 *
 * @param dataStart first byte of the samples
 * @param dataBytes how many bytes of samples the file really holds
 * @param promisedBytes how many its header names
 */
public record WavFile(
    Path path, Format format, long dataStart, long dataBytes, long promisedBytes) {

  /** What the live socket takes. */
  public static final Format LIVE = new Format(1, 1, 16_000, 16);

  private static final int RIFF_HEADER = 12;
  private static final int CHUNK_HEADER = 8;
  private static final int SHORTEST_FORMAT = 16;
  private static final int EXTENSIBLE = 0xFFFE;
  private static final int EXTENSIBLE_CODEC_AT = 24;

  /** Writers that do not know the length name the largest. */
  private static final long UNKNOWN_LENGTH = 0xFFFFFFFFL;

  /**
   * @param codec 1 for plain samples
   */
  public record Format(int codec, int channels, int rate, int bits) {

    @Override
    public String toString() {
      return "%d Hz, %s, %d bit"
          .formatted(rate, channels == 1 ? "mono" : channels + " channels", bits);
    }
  }

  /** What a file turned out to be. */
  public sealed interface Reading {

    record Audio(WavFile file) implements Reading {}

    /** A sentence that says what is wrong and what helps. */
    record Refused(String sentence) implements Reading {}
  }

  public static Reading read(Path path) throws IOException {
    if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
      return new Reading.Refused("There is no readable file %s.".formatted(path));
    }
    if (Files.size(path) == 0) {
      return new Reading.Refused("%s is empty. Record it again.".formatted(path));
    }
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      return read(path, file);
    } catch (EOFException e) {
      return new Reading.Refused(
          "%s ends in the middle of its header, so nothing of it can be heard. Copy or record it again."
              .formatted(path));
    }
  }

  public boolean isLive() {
    return format.equals(LIVE);
  }

  public boolean isTruncated() {
    return dataBytes < promisedBytes;
  }

  /** Whole samples per channel. */
  public long samples() {
    return dataBytes / bytesPerSample();
  }

  public double seconds() {
    return (double) samples() / format.rate();
  }

  public double promisedSeconds() {
    return (double) promisedBytes / bytesPerSample() / format.rate();
  }

  /** Fills the buffer with samples from this position on. */
  void samplesAt(long position, ByteBuffer buffer) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      file.seek(dataStart + position * bytesPerSample());
      byte[] bytes = new byte[buffer.remaining()];
      file.readFully(bytes);
      buffer.put(bytes);
    }
  }

  private int bytesPerSample() {
    return Math.max(1, format.channels() * format.bits() / Byte.SIZE);
  }

  private static Reading read(Path path, RandomAccessFile file) throws IOException {
    byte[] header = new byte[(int) Math.min(RIFF_HEADER, file.length())];
    file.readFully(header);
    if (header.length < RIFF_HEADER || !is(header, 0, "RIFF") || !is(header, 8, "WAVE")) {
      return new Reading.Refused(
          "%s is not a WAV file. Convert it first: ffmpeg -i <file> -ar 16000 -ac 1 -c:a pcm_s16le out.wav"
              .formatted(path));
    }
    Format format = null;
    while (file.getFilePointer() + CHUNK_HEADER <= file.length()) {
      byte[] chunk = new byte[CHUNK_HEADER];
      file.readFully(chunk);
      long size = Integer.toUnsignedLong(little(chunk).getInt(4));
      if (is(chunk, 0, "fmt ")) {
        format = format(file, (int) Math.min(size, 64));
        file.seek(file.getFilePointer() + size - Math.min(size, 64) + size % 2);
      } else if (is(chunk, 0, "data")) {
        return audio(path, file, format, size);
      } else {
        file.seek(file.getFilePointer() + size + size % 2);
      }
    }
    return new Reading.Refused(
        "%s holds no audio: it ends before its samples begin. Copy or record it again."
            .formatted(path));
  }

  private static Reading audio(
      Path path, RandomAccessFile file, @org.jspecify.annotations.Nullable Format format, long size)
      throws IOException {
    if (format == null || format.rate() <= 0 || format.channels() <= 0) {
      return new Reading.Refused(
          "%s does not say what its samples are (its format is missing). Convert it: ffmpeg -i <file> -ar 16000 -ac 1 -c:a pcm_s16le out.wav"
              .formatted(path));
    }
    long start = file.getFilePointer();
    long present = Math.min(size, file.length() - start);
    WavFile wav =
        new WavFile(path, format, start, present, size == UNKNOWN_LENGTH ? present : size);
    return wav.samples() == 0
        ? new Reading.Refused("%s holds no audio: 0 samples. Record it again.".formatted(path))
        : new Reading.Audio(wav);
  }

  private static Format format(RandomAccessFile file, int size) throws IOException {
    byte[] fields = new byte[Math.max(size, SHORTEST_FORMAT)];
    file.readFully(fields, 0, size);
    ByteBuffer values = little(fields);
    int codec = Short.toUnsignedInt(values.getShort(0));
    if (codec == EXTENSIBLE && size > EXTENSIBLE_CODEC_AT + 1) {
      codec = Short.toUnsignedInt(values.getShort(EXTENSIBLE_CODEC_AT));
    }
    return new Format(codec, values.getShort(2), values.getInt(4), values.getShort(14));
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static boolean is(byte[] bytes, int at, String name) {
    return new String(bytes, at, 4, StandardCharsets.US_ASCII).equals(name);
  }
}
