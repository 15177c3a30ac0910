package org.medicscribe.gateway.upload;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.gateway.upload.WavFormat.Encoding;

/**
 * What stands before the samples of a WAV file (RIFF). Reads up to the first sample, not further.
 */
sealed interface WavHeader {

  /**
   * @param dataBytes empty when whoever wrote the file did not know, and it goes on to its end
   * @param headerBytes where the samples begin
   */
  record Readable(WavFormat format, OptionalLong dataBytes, long headerBytes) implements WavHeader {

    /** Whether a file of so many bytes ends before its samples do. */
    boolean isCutOffAt(long bytes) {
      return dataBytes.isPresent() && headerBytes + dataBytes.getAsLong() > bytes;
    }

    /** How many samples it becomes on the recording's clock, if that is known. */
    OptionalLong samples() {
      return dataBytes.isPresent()
          ? OptionalLong.of(
              dataBytes.getAsLong() / format.frameBytes() * SampleIndex.PER_SECOND / format.rate())
          : OptionalLong.empty();
    }
  }

  /** There is nothing at all. */
  record Empty() implements WavHeader {}

  /** It ends before its samples begin. */
  record Truncated() implements WavHeader {}

  /** No WAV file, or one of a kind that is not understood. */
  record Unsupported() implements WavHeader {}

  int CHUNK_HEADER = 8;
  int RIFF_HEADER = 12;
  int LONGEST_FORMAT = 64;

  /** Chunks of notes and pictures before the samples; nobody needs more. */
  int LONGEST_SKIP = 1024 * 1024;

  int TAG_PCM = 1;
  int TAG_FLOAT = 3;
  int TAG_EXTENSIBLE = 0xfffe;
  int EXTENSIBLE_TAG_AT = 24;
  long UNKNOWN_SIZE = 0xffff_ffffL;

  static WavHeader read(InputStream file) throws IOException {
    byte[] riff = file.readNBytes(RIFF_HEADER);
    if (riff.length == 0) {
      return new Empty();
    }
    if (!isWave(riff)) {
      return new Unsupported();
    }
    try {
      return chunks(new DataInputStream(file));
    } catch (EOFException end) {
      return new Truncated();
    }
  }

  private static boolean isWave(byte[] riff) {
    if (riff.length < RIFF_HEADER) {
      return false;
    }
    String kind = new String(riff, 0, 4, StandardCharsets.ISO_8859_1);
    String form = new String(riff, 8, 4, StandardCharsets.ISO_8859_1);
    return (kind.equals("RIFF") || kind.equals("RF64")) && form.equals("WAVE");
  }

  private static WavHeader chunks(DataInputStream file) throws IOException {
    long position = RIFF_HEADER;
    WavFormat format = null;
    while (true) {
      byte[] head = new byte[CHUNK_HEADER];
      file.readFully(head);
      position += CHUNK_HEADER;
      String name = new String(head, 0, 4, StandardCharsets.ISO_8859_1);
      long size = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt(4) & UNKNOWN_SIZE;
      if (name.equals("data")) {
        return data(format, size, position);
      }
      long padded = size + size % 2;
      if (padded > (name.equals("fmt ") ? LONGEST_FORMAT : LONGEST_SKIP)) {
        return new Unsupported();
      }
      byte[] content = new byte[(int) padded];
      file.readFully(content);
      position += padded;
      if (name.equals("fmt ")) {
        Optional<WavFormat> read = format(content);
        if (read.isEmpty()) {
          return new Unsupported();
        }
        format = read.get();
      }
    }
  }

  private static WavHeader data(@Nullable WavFormat format, long size, long position) {
    if (format == null) {
      return new Unsupported();
    }
    // Programs that write to a pipe leave one of these where the size should be.
    boolean isKnown = size != 0 && size != UNKNOWN_SIZE;
    return new Readable(format, isKnown ? OptionalLong.of(size) : OptionalLong.empty(), position);
  }

  private static Optional<WavFormat> format(byte[] content) {
    if (content.length < 16) {
      return Optional.empty();
    }
    ByteBuffer fields = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    int tag = fields.getShort(0) & 0xffff;
    if (tag == TAG_EXTENSIBLE && content.length >= EXTENSIBLE_TAG_AT + 2) {
      tag = fields.getShort(EXTENSIBLE_TAG_AT) & 0xffff;
    }
    int channels = fields.getShort(2) & 0xffff;
    int rate = fields.getInt(4);
    int frameBytes = fields.getShort(12) & 0xffff;
    int bits = fields.getShort(14) & 0xffff;
    if (channels < 1
        || channels > WavFormat.MAX_CHANNELS
        || rate < WavFormat.MIN_RATE
        || rate > WavFormat.MAX_RATE) {
      return Optional.empty();
    }
    return encoding(tag, bits)
        .map(encoding -> new WavFormat(encoding, channels, rate))
        .filter(format -> format.frameBytes() == frameBytes);
  }

  private static Optional<Encoding> encoding(int tag, int bits) {
    if (tag == TAG_FLOAT) {
      return bits == 32 ? Optional.of(Encoding.FLOAT_32) : Optional.empty();
    }
    if (tag != TAG_PCM) {
      return Optional.empty();
    }
    return switch (bits) {
      case 8 -> Optional.of(Encoding.UNSIGNED_8);
      case 16 -> Optional.of(Encoding.SIGNED_16);
      case 24 -> Optional.of(Encoding.SIGNED_24);
      case 32 -> Optional.of(Encoding.SIGNED_32);
      default -> Optional.empty();
    };
  }
}
