package org.medicscribe.devstack.client;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.medicscribe.audiofiles.AudioFile;
import org.medicscribe.audiofiles.Decoder;
import org.medicscribe.audiofiles.Findings;
import org.medicscribe.audiofiles.Sound;
import org.medicscribe.audiofiles.Spool;
import org.medicscribe.events.SampleIndex;

/**
 * A recorded visit as a file. What the live socket takes is at hand by position; everything else,
 * and what is cut off, is for the gateway to read, which reads it in the same way.
 *
 * @param samples on the recording's clock; 0 where only the gateway can tell
 * @param findings what a person should know about it
 * @param pcm the samples of a whole file that can be sent live; empty otherwise
 */
public record RecordedFile(
    Path path, boolean isLive, long samples, Findings findings, SeekableByteChannel pcm) {

  /** What a file turned out to be. */
  public sealed interface Reading {

    record Audio(RecordedFile file) implements Reading {}

    /** A sentence that says what is wrong and what helps. */
    record Refused(String sentence) implements Reading {}
  }

  public static Reading read(Path path) throws IOException {
    if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
      return new Reading.Refused("There is no readable file %s.".formatted(path));
    }
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(path))) {
      AtomicBoolean isElsewhere = new AtomicBoolean();
      Decoder gateway =
          (_, _) -> {
            isElsewhere.set(true);
            return new Decoder.Decoding.Begun(new Elsewhere());
          };
      return switch (AudioFile.open(bytes, gateway)) {
        case AudioFile.Opening.Refused(var why) ->
            new Reading.Refused("%s: %s".formatted(path, why.sentence()));
        case AudioFile.Opening.Readable(var sound) -> read(path, sound, isElsewhere.get());
      };
    }
  }

  private static Reading read(Path path, Sound sound, boolean isElsewhere) throws IOException {
    try (sound) {
      boolean isVerbatim = sound.isVerbatim();
      Spool spool = Spool.empty();
      long samples = 0;
      for (byte[] piece = sound.next(); piece.length > 0; piece = sound.next()) {
        samples += piece.length / SampleIndex.BYTES;
        if (isVerbatim) {
          spool.write(ByteBuffer.wrap(piece));
        }
      }
      if (samples == 0 && !isElsewhere) {
        return new Reading.Refused(
            "%s holds no audio: 0 samples. Record it again.".formatted(path));
      }
      Findings findings = sound.findings();
      boolean isLive = isVerbatim && findings.missing() == 0;
      return new Reading.Audio(new RecordedFile(path, isLive, samples, findings, spool.channel()));
    }
  }

  public double seconds() {
    return SampleIndex.of(samples).toSeconds();
  }

  /** Fills the buffer with samples from this position on. */
  void samplesAt(long position, ByteBuffer buffer) throws IOException {
    pcm.position(position * SampleIndex.BYTES);
    while (buffer.hasRemaining() && pcm.read(buffer) >= 0) {
      // A channel may give less than there is room for.
      continue;
    }
  }

  /** Sound that only the gateway decodes. */
  private record Elsewhere() implements Sound {

    @Override
    public byte[] next() {
      return new byte[0];
    }

    @Override
    public Findings findings() {
      return Findings.NONE;
    }

    @Override
    public void close() {}
  }
}
