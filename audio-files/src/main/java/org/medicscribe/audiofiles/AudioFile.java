package org.medicscribe.audiofiles;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.medicscribe.audiofiles.wav.WavSound;

/** The one way into a recorded file: finds out what it is, and has it read. */
public final class AudioFile {

  private AudioFile() {}

  /** What a file turned out to be. */
  public sealed interface Opening {

    /**
     * @param sound to be closed by whoever reads it
     */
    record Readable(Sound sound) implements Opening {}

    record Refused(Refusal refusal) implements Opening {}
  }

  /**
   * Reads up to the first sample.
   *
   * @throws IOException the sender is gone
   */
  public static Opening open(InputStream file, Decoder decoder) throws IOException {
    ByteSource source = new ByteSource(file);
    if (source.isAtEnd()) {
      return new Opening.Refused(Refusal.empty());
    }
    return switch (FileKind.of(source.peek(ByteSource.LOOK_AHEAD))) {
      case FileKind.Wave _ -> wave(source, decoder);
      case FileKind.Compressed(var name) -> decoded(decoder.decode(source.rest(), name));
      case FileKind.Other(var sentence) -> new Opening.Refused(Refusal.unsupported(sentence));
    };
  }

  private static Opening wave(ByteSource source, Decoder decoder) throws IOException {
    return switch (WavSound.open(source)) {
      case WavSound.Opening.Readable(var sound) -> new Opening.Readable(new Loudness(sound));
      case WavSound.Opening.Foreign(var codec, var head) ->
          decoded(
              decoder.decode(
                  new SequenceInputStream(new ByteArrayInputStream(head), source.rest()),
                  "A WAV file of " + codec));
      case WavSound.Opening.Refused(var refusal) -> new Opening.Refused(refusal);
    };
  }

  private static Opening decoded(Decoder.Decoding decoding) {
    return switch (decoding) {
      case Decoder.Decoding.Begun(var sound) -> new Opening.Readable(new Loudness(sound));
      case Decoder.Decoding.Refused(var refusal) -> new Opening.Refused(refusal);
    };
  }
}
