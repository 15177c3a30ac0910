package org.medicscribe.audiofiles;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** What a file sounds like once it is read to its end. */
public record Heard(byte[] pcm, Findings findings) {

  public static Heard in(byte[] file) throws IOException {
    return in(new ByteArrayInputStream(file), Decoder.NONE);
  }

  public static Heard in(InputStream file, Decoder decoder) throws IOException {
    return switch (AudioFile.open(file, decoder)) {
      case AudioFile.Opening.Readable(var sound) -> to(sound);
      case AudioFile.Opening.Refused(var refusal) -> throw new AssertionError(refusal.sentence());
    };
  }

  private static Heard to(Sound sound) throws IOException {
    try (sound) {
      ByteArrayOutputStream pcm = new ByteArrayOutputStream();
      for (byte[] piece = sound.next(); piece.length > 0; piece = sound.next()) {
        pcm.writeBytes(piece);
      }
      return new Heard(pcm.toByteArray(), sound.findings());
    }
  }

  public static Refusal refusal(byte[] file) throws IOException {
    return refusal(new ByteArrayInputStream(file), Decoder.NONE);
  }

  public static Refusal refusal(InputStream file, Decoder decoder) throws IOException {
    return switch (AudioFile.open(file, decoder)) {
      case AudioFile.Opening.Readable _ -> throw new AssertionError("it was read");
      case AudioFile.Opening.Refused(var refusal) -> refusal;
    };
  }

  public int samples() {
    return pcm.length / 2;
  }

  public short sample(int index) {
    return ByteBuffer.wrap(pcm).order(ByteOrder.LITTLE_ENDIAN).getShort(index * 2);
  }

  public List<String> remarks() {
    return findings.remarks().stream().map(Findings.Remark::code).toList();
  }
}
