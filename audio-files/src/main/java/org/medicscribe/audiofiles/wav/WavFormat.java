package org.medicscribe.audiofiles.wav;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.medicscribe.audiofiles.sound.Voice;

/**
 * How the samples of a wave file are written, by its {@code fmt} chunk.
 *
 * @param rate frames per second
 */
record WavFormat(SampleCodec codec, int channels, int rate) {

  static final int MIN_RATE = 4_000;
  static final int MAX_RATE = 384_000;
  static final int MAX_CHANNELS = 64;

  /** Longer ones are passed over from here on; no writer needs as much. */
  static final int LONGEST = 4 * 1024;

  private static final int SHORTEST = 14;
  private static final int EXTENSIBLE = 0xfffe;
  private static final int EXTENSIBLE_TAG_AT = 24;
  private static final int PREDICTORS_AT = 20;

  /** What a {@code fmt} chunk says. */
  sealed interface Reading {
    record Known(WavFormat format) implements Reading {}

    /**
     * A codec that a decoder may know.
     *
     * @param name for people
     */
    record Foreign(String name) implements Reading {}

    /** It makes no sense, for the reason that the sentence gives. */
    record Wrong(String sentence) implements Reading {}
  }

  Voice voice() {
    return new Voice(channels, rate);
  }

  static Reading read(byte[] content) {
    if (content.length < SHORTEST) {
      return new Reading.Wrong("The file does not say how its samples are written.");
    }
    ByteBuffer fields = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    int tag = unsigned(fields, 0);
    if (tag == EXTENSIBLE && content.length >= EXTENSIBLE_TAG_AT + 2) {
      tag = unsigned(fields, EXTENSIBLE_TAG_AT);
    }
    int channels = unsigned(fields, 2);
    long rate = Integer.toUnsignedLong(fields.getInt(4));
    int blockBytes = unsigned(fields, 12);
    int bits = content.length >= 16 ? unsigned(fields, 14) : 8;
    if (channels < 1 || channels > MAX_CHANNELS) {
      return new Reading.Wrong(
          "The file says it has %d channels; 1 to %d are read.".formatted(channels, MAX_CHANNELS));
    }
    if (rate < MIN_RATE || rate > MAX_RATE) {
      return new Reading.Wrong(
          "The file says it has %d samples a second; %d to %d are read."
              .formatted(rate, MIN_RATE, MAX_RATE));
    }
    return switch (tag) {
      case 0x01, 0x03, 0x06, 0x07 ->
          numbers(tag, bits, channels, blockBytes) instanceof Pcm.Number number
              ? known(new Pcm(number, channels), channels, rate)
              : new Reading.Wrong("The file says its samples have %d bits.".formatted(bits));
      case 0x02 -> {
        SampleCodec codec = new MicrosoftAdpcm(channels, blockBytes, predictors(fields));
        yield codec.framesIn(blockBytes) > 0
            ? known(codec, channels, rate)
            : new Reading.Wrong("The file says its blocks have %d bytes.".formatted(blockBytes));
      }
      case 0x11 -> {
        SampleCodec codec = new ImaAdpcm(channels, blockBytes);
        yield codec.framesIn(blockBytes) > 0
            ? known(codec, channels, rate)
            : new Reading.Wrong("The file says its blocks have %d bytes.".formatted(blockBytes));
      }
      default -> new Reading.Foreign(name(tag));
    };
  }

  private static Reading known(SampleCodec codec, int channels, long rate) {
    return new Reading.Known(new WavFormat(codec, channels, (int) rate));
  }

  /** The room of a sample counts, as 20 bits stand in 24 and 24 sometimes in 32. */
  private static Pcm.@Nullable Number numbers(int tag, int bits, int channels, int blockBytes) {
    int needed = (bits + 7) / 8;
    int room = blockBytes % channels == 0 ? blockBytes / channels : 0;
    int bytes = room >= needed && room <= 8 ? room : needed;
    return switch (tag) {
      case 0x06 -> Pcm.Number.A_LAW;
      case 0x07 -> Pcm.Number.MU_LAW;
      case 0x03 ->
          switch (bytes) {
            case 4 -> Pcm.Number.FLOAT_32;
            case 8 -> Pcm.Number.FLOAT_64;
            default -> null;
          };
      default ->
          switch (bytes) {
            case 1 -> Pcm.Number.UNSIGNED_8;
            case 2 -> Pcm.Number.SIGNED_16;
            case 3 -> Pcm.Number.SIGNED_24;
            case 4 -> Pcm.Number.SIGNED_32;
            default -> null;
          };
    };
  }

  private static int[][] predictors(ByteBuffer fields) {
    int count = fields.limit() >= PREDICTORS_AT + 2 ? unsigned(fields, PREDICTORS_AT) : 0;
    if (count == 0 || fields.limit() < PREDICTORS_AT + 2 + 4 * count) {
      return MicrosoftAdpcm.USUAL;
    }
    int[][] predictors = new int[count][];
    for (int i = 0; i < count; i++) {
      int at = PREDICTORS_AT + 2 + 4 * i;
      predictors[i] = new int[] {fields.getShort(at), fields.getShort(at + 2)};
    }
    return predictors;
  }

  private static String name(int tag) {
    return switch (tag) {
      case 0x31 -> "GSM 6.10";
      case 0x45, 0x40, 0x64 -> "G.726";
      case 0x50, 0x55 -> "MPEG audio";
      case 0x65, 0x28f -> "G.722";
      case 0x160, 0x161, 0x162, 0x163 -> "Windows Media Audio";
      case 0x22 -> "TrueSpeech";
      case 0xff, 0x1600, 0x1610 -> "AAC";
      default -> String.format(Locale.ROOT, "format 0x%04x", tag);
    };
  }

  private static int unsigned(ByteBuffer fields, int at) {
    return Short.toUnsignedInt(fields.getShort(at));
  }
}
