package org.medicscribe.audiofiles;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import org.medicscribe.audiofiles.Findings.Remark;
import org.medicscribe.events.SampleIndex;

/** Passes sound on and says at the end whether it was too quiet to be sure of the words. */
final class Loudness implements Sound {

  private static final int WINDOW = SampleIndex.PER_SECOND / 10;

  /** Talk at the usual distance is some 20 dB louder. */
  private static final double QUIET_DECIBELS = -40;

  private final Sound sound;
  private double power;
  private int count;
  private double loudest;
  private long samples;

  Loudness(Sound sound) {
    this.sound = sound;
  }

  @Override
  public byte[] next() throws IOException {
    byte[] pcm = sound.next();
    ShortBuffer values = ByteBuffer.wrap(pcm).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    while (values.hasRemaining()) {
      double value = values.get() / 32_768.0;
      power += value * value;
      if (++count == WINDOW) {
        loudest = Math.max(loudest, power / WINDOW);
        power = 0;
        count = 0;
      }
    }
    samples += pcm.length / SampleIndex.BYTES;
    return pcm;
  }

  @Override
  public long samplesIn(long bytesOfFile) {
    return sound.samplesIn(bytesOfFile);
  }

  @Override
  public boolean isVerbatim() {
    return sound.isVerbatim();
  }

  @Override
  public Findings findings() {
    Findings findings = sound.findings();
    if (samples < WINDOW) {
      return findings;
    }
    if (loudest == 0) {
      return findings.with(new Remark("silent", "There is no sound in it at all, only silence."));
    }
    double decibels = 10 * Math.log10(loudest);
    return decibels < QUIET_DECIBELS
        ? findings.with(
            new Remark(
                "very-quiet",
                "It is very quiet: its loudest moment is at %.0f dB of full scale. Check the words."
                    .formatted(decibels)))
        : findings;
  }

  @Override
  public void close() {
    sound.close();
  }
}
