package org.medicscribe.audiofiles;

import java.io.IOException;
import java.io.InputStream;

/** Reads what is no plain wave file. */
public interface Decoder {

  /** There is none here: everything but plain wave files is refused. */
  Decoder NONE =
      (file, kind) ->
          new Decoding.Refused(
              Refusal.unsupported(
                  "%s is not decoded by this server; send WAV, or open the file in the page."
                      .formatted(kind)));

  /** What became of it. */
  sealed interface Decoding {
    record Begun(Sound sound) implements Decoding {}

    record Refused(Refusal refusal) implements Decoding {}
  }

  /**
   * Decodes up to the first sample.
   *
   * @param kind what the file seems to be, to name it to people
   * @throws IOException the sender is gone
   */
  Decoding decode(InputStream file, String kind) throws IOException;
}
