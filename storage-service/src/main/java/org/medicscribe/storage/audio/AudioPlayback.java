package org.medicscribe.storage.audio;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.events.SampleRange;
import org.medicscribe.storage.audio.AudioRepository.Playable;
import org.medicscribe.storage.audio.vault.AudioVault;
import org.medicscribe.storage.audio.vault.AudioVault.Found;
import org.medicscribe.storage.audio.vault.DataKey;
import org.medicscribe.storage.audio.vault.WindowKey;

/**
 * A recording as one WAV file that is nowhere on disk: only the windows a reader asks for are
 * decrypted. What was never stored plays as silence. Blocking.
 */
@ApplicationScoped
class AudioPlayback {

  /** Bytes given to the connection at once: a second of audio. */
  private static final int PART = 32_000;

  private final AudioVault vault;
  private final AudioWindows windows;

  AudioPlayback(AudioVault vault, AudioConfig config) {
    this.vault = vault;
    this.windows = AudioWindows.of(config.window());
  }

  /** A window is not what was stored. */
  static final class Damaged extends IOException {
    private static final long serialVersionUID = 1L;

    private Damaged(WindowKey key) {
      super("window " + key.window() + " of " + key.encounterId() + " is damaged");
    }
  }

  long length(Playable recording) {
    return WavHeader.BYTES + recording.end().value() * SampleIndex.BYTES;
  }

  /** Fails while a refusal can still be told, instead of in the middle of the file. */
  void checkStart(Playable recording, long firstByte) throws IOException {
    long sample = Math.max(0, firstByte - WavHeader.BYTES) / SampleIndex.BYTES;
    if (sample < recording.end().value()) {
      window(key(recording), recording, windows.windowOf(SampleIndex.of(sample)));
    }
  }

  /**
   * Writes the bytes {@code [first, last]} of the file.
   *
   * @param onProgress called whenever a part has been taken
   */
  void write(Playable recording, long first, long last, OutputStream out, Runnable onProgress)
      throws IOException {
    if (first < WavHeader.BYTES) {
      byte[] header = WavHeader.of(recording.end().value());
      int from = Math.toIntExact(first);
      out.write(header, from, Math.toIntExact(Math.min(last + 1, WavHeader.BYTES)) - from);
    }
    DataKey key = key(recording);
    long position = Math.max(first, WavHeader.BYTES) - WavHeader.BYTES;
    long end = last + 1 - WavHeader.BYTES;
    long windowBytes = (long) windows.samples() * SampleIndex.BYTES;
    while (position < end) {
      long window = position / windowBytes;
      byte[] pcm = window(key, recording, window);
      int from = Math.toIntExact(position - window * windowBytes);
      int to = Math.toIntExact(Math.min(windowBytes, end - window * windowBytes));
      for (int part = from; part < to; part += PART) {
        out.write(pcm, part, Math.min(PART, to - part));
        onProgress.run();
      }
      position += to - from;
    }
  }

  private DataKey key(Playable recording) {
    return vault.open(recording.encounterId(), recording.dataKey());
  }

  /** All samples of the window, silence where there are none. */
  private byte[] window(DataKey dataKey, Playable recording, long window) throws IOException {
    SampleRange range = windows.rangeOf(window);
    int bytes = windows.samples() * SampleIndex.BYTES;
    if (recording.stored().within(range).isEmpty()) {
      return new byte[bytes];
    }
    WindowKey key = new WindowKey(recording.encounterId(), window);
    return switch (vault.read(dataKey, key)) {
      case Found.Intact(byte[] pcm) -> Arrays.copyOf(pcm, bytes);
      case Found.Missing(), Found.Damaged() -> throw new Damaged(key);
    };
  }
}
