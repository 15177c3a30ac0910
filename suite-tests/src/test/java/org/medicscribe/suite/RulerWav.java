package org.medicscribe.suite;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.medicscribe.simulators.ruler.RulerSignal;

/** Ruler audio as a WAV file. */
final class RulerWav {

  static final int HEADER_BYTES = 44;

  private RulerWav() {}

  static void write(Path file, int session, Duration length) throws IOException {
    int samples = Math.toIntExact(length.toMillis() * RulerSignal.SAMPLES_PER_SECOND / 1000);
    write(file, new RulerSignal(session).pcm(0, samples));
  }

  static void write(Path file, byte[] pcm) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    header.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(HEADER_BYTES - 8 + pcm.length);
    header.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    header.putShort((short) 1).putShort((short) 1);
    header.putInt(RulerSignal.SAMPLES_PER_SECOND).putInt(RulerSignal.SAMPLES_PER_SECOND * 2);
    header.putShort((short) 2).putShort((short) 16);
    header.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(pcm.length);
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(header.array());
      out.write(pcm);
    }
  }
}
