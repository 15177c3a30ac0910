package org.medicscribe.audiofiles.decoder;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.medicscribe.audiofiles.Decoder;
import org.medicscribe.audiofiles.Refusal;

/**
 * Decodes each file in a process of its own ({@link DecoderProgram}), a bounded number at once.
 * What a hostile file does to the decoder ends there: the process has its own limits of memory,
 * processor time and disk, and knows nothing of this one, not even its environment.
 */
public final class ChildDecoder implements Decoder {

  private final List<String> command;
  private final Semaphore free;

  private ChildDecoder(List<String> command, int mostAtOnce) {
    this.command = command;
    this.free = new Semaphore(mostAtOnce);
  }

  /** The decoder, if this build holds its libraries for this machine. */
  public static Decoder forThisMachine(int mostAtOnce) {
    Optional<List<String>> command = DecoderCommand.forThisMachine();
    return command.isPresent() ? new ChildDecoder(command.get(), mostAtOnce) : NONE;
  }

  @Override
  public Decoding decode(InputStream file, String kind) throws IOException {
    if (!free.tryAcquire()) {
      return new Decoding.Refused(
          new Refusal(
              Refusal.Cause.BUSY, "Other files are being decoded; send it again in a minute."));
    }
    ChildSound sound = null;
    try {
      sound = ChildSound.start(command, kind, file, free::release);
      return sound.begin();
    } catch (IOException | RuntimeException failed) {
      if (sound == null) {
        free.release();
      } else {
        sound.close();
      }
      throw failed;
    }
  }
}
