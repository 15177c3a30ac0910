package org.medicscribe.gateway.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.SampleIndex;

/**
 * Reads the samples of a WAV file piece by piece, as PCM16LE mono at the recording's rate. A file
 * that is that already comes out byte for byte. Blocks as its source does; not thread-safe.
 */
final class WavReader {

  /** Frames read at once. */
  private static final int PIECE = 8_000;

  private final InputStream file;
  private final WavFormat format;
  private final OptionalLong dataBytes;
  private final @Nullable Resampler resampler;
  private long readBytes;
  private boolean isAtEnd;
  private boolean isTruncated;

  WavReader(InputStream file, WavHeader.Readable header) {
    this.file = file;
    this.format = header.format();
    this.dataBytes = header.dataBytes();
    this.resampler = format.rate() == SampleIndex.PER_SECOND ? null : new Resampler(format.rate());
  }

  /** The next piece, at least one sample; empty at the end. */
  byte[] next() throws IOException {
    byte[] pcm = new byte[0];
    while (pcm.length == 0 && !isAtEnd) {
      byte[] bytes = file.readNBytes(pieceBytes());
      readBytes += bytes.length;
      isAtEnd = bytes.length < PIECE * format.frameBytes() || isComplete();
      isTruncated =
          isAtEnd
              && (bytes.length % format.frameBytes() != 0
                  || (dataBytes.isPresent() && readBytes < dataBytes.getAsLong()));
      pcm = converted(bytes);
    }
    return pcm;
  }

  /** Whether the file promised more than came; known at the end. */
  boolean isTruncated() {
    return isTruncated;
  }

  private boolean isComplete() {
    return dataBytes.isPresent() && readBytes >= dataBytes.getAsLong();
  }

  /** What follows the samples in the file is none of them. */
  private int pieceBytes() {
    long left = dataBytes.orElse(Long.MAX_VALUE) - readBytes;
    return (int) Math.min((long) PIECE * format.frameBytes(), left);
  }

  private byte[] converted(byte[] bytes) {
    if (format.isRecordingFormat()) {
      return bytes.length % SampleIndex.BYTES == 0 ? bytes : Arrays.copyOf(bytes, bytes.length - 1);
    }
    ByteBuffer samples = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    float[] mono = new float[bytes.length / format.frameBytes()];
    for (int i = 0; i < mono.length; i++) {
      mono[i] = format.readMono(samples);
    }
    if (resampler == null) {
      return pcm16(mono);
    }
    byte[] pcm = pcm16(resampler.take(mono, mono.length));
    return isAtEnd ? joined(pcm, pcm16(resampler.finish())) : pcm;
  }

  private static byte[] pcm16(float[] samples) {
    ByteBuffer pcm =
        ByteBuffer.allocate(samples.length * SampleIndex.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (float sample : samples) {
      pcm.putShort(
          (short) Math.clamp(Math.round(sample * 32_768f), Short.MIN_VALUE, Short.MAX_VALUE));
    }
    return pcm.array();
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
