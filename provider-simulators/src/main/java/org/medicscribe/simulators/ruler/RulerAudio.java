package org.medicscribe.simulators.ruler;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether audio is exactly the first samples of one ruler; {@link #toString} says what is wrong in
 * a line a person can read.
 *
 * @param expected samples that were sent
 * @param found samples that were read
 * @param silent stretches that read as silence where there was none
 * @param other stretches that read as something else
 */
public record RulerAudio(long expected, long found, List<Stretch> silent, List<Stretch> other) {

  /** Samples read at a time. */
  private static final int PIECE = RulerSignal.SAMPLES_PER_SECOND;

  /** The samples {@code from} to {@code to - 1}. */
  public record Stretch(long from, long to) {

    @Override
    public String toString() {
      return "%.4f-%.4f s"
          .formatted(
              (double) from / RulerSignal.SAMPLES_PER_SECOND,
              (double) to / RulerSignal.SAMPLES_PER_SECOND);
    }
  }

  public RulerAudio {
    silent = List.copyOf(silent);
    other = List.copyOf(other);
  }

  /** Reads the samples to their end and judges them. */
  public static RulerAudio of(int session, long expected, InputStream pcm) throws IOException {
    RulerSignal ruler = new RulerSignal(session);
    List<Stretch> silent = new ArrayList<>();
    List<Stretch> other = new ArrayList<>();
    long found = 0;
    byte[] read = pcm.readNBytes(PIECE * RulerSignal.BYTES_PER_SAMPLE);
    while (read.length > 0) {
      int samples = read.length / RulerSignal.BYTES_PER_SAMPLE;
      byte[] right = ruler.pcm(found, samples);
      for (int i = 0; i < samples; i++) {
        int at = i * RulerSignal.BYTES_PER_SAMPLE;
        if (read[at] != right[at] || read[at + 1] != right[at + 1]) {
          extend(read[at] == 0 && read[at + 1] == 0 ? silent : other, found + i);
        }
      }
      found += samples;
      read = pcm.readNBytes(PIECE * RulerSignal.BYTES_PER_SAMPLE);
    }
    return new RulerAudio(expected, found, silent, other);
  }

  public boolean isExact() {
    return found == expected && silent.isEmpty() && other.isEmpty();
  }

  @Override
  public String toString() {
    return isExact()
        ? "every sample as it was sent"
        : "%d of %d samples, silent %s, other %s".formatted(found, expected, silent, other);
  }

  /** Neighbours become one stretch, also when a few samples between them are right by chance. */
  private static void extend(List<Stretch> stretches, long sample) {
    if (!stretches.isEmpty() && sample - stretches.getLast().to() < RulerBlock.SAMPLES) {
      stretches.add(new Stretch(stretches.removeLast().from(), sample + 1));
    } else {
      stretches.add(new Stretch(sample, sample + 1));
    }
  }
}
