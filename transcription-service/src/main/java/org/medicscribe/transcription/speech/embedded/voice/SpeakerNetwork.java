package org.medicscribe.transcription.speech.embedded.voice;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Kaldi's x-vector network for telephone speech (Snyder and others, ICASSP 2018): five layers that
 * look at up to 15 frames, mean and deviation of what they say over a span, and one more layer.
 *
 * <p>Neighbouring frames say nearly the same, so the wide layers look at every third one.
 */
public final class SpeakerNetwork implements VoicePrinter {

  private static final int STEP = 3;

  /** Frames on either side that a frame depends on, in whole steps. */
  private static final int REACH = 9;

  private static final double LEAST_VARIANCE = 1e-10;

  private static final int SAMPLES_PER_FRAME = 160;

  private final DenseLayer first;
  private final List<DenseLayer> wide;
  private final DenseLayer last;
  private final float[] mean;
  private final KaldiModel.Matrix whitening;

  private SpeakerNetwork(KaldiModel model, float[] mean, KaldiModel.Matrix whitening) {
    this.first = DenseLayer.activated(model, "tdnn1", -2, -1, 0, 1, 2);
    this.wide =
        List.of(
            DenseLayer.activated(model, "tdnn2", -2, 0, 2),
            DenseLayer.activated(model, "tdnn3", -3, 0, 3),
            DenseLayer.activated(model, "tdnn4", 0),
            DenseLayer.activated(model, "tdnn5", 0));
    this.last = DenseLayer.last(model, "tdnn6");
    this.mean = mean;
    this.whitening = whitening;
  }

  /**
   * @param network the layers, Kaldi's {@code final.ext.raw}
   * @param mean of all prints, {@code mean.vec}
   * @param whitening what makes them as wide in every direction, {@code transform.mat}
   */
  public static SpeakerNetwork load(Path network, Path mean, Path whitening) {
    return new SpeakerNetwork(
        KaldiModel.read(network), KaldiModel.vector(mean), KaldiModel.matrix(whitening));
  }

  @Override
  public List<float[]> prints(short[] audio, List<Span> spans) {
    float[][] frames = VoiceFeatures.of(HalfRate.of(audio, 0, audio.length));
    if (frames.length == 0) {
      return spans.stream().map(_ -> new float[SIZE]).toList();
    }
    int from = firstFrame(spans, frames.length);
    float[][] heard = first.apply(frames, from, 1);
    for (DenseLayer layer : wide) {
      heard = layer.apply(heard, from, STEP);
    }
    var prints = new ArrayList<float[]>(spans.size());
    for (Span span : spans) {
      prints.add(print(heard, span));
    }
    return prints;
  }

  /** What lies before the spans counts in the mean that is taken away, and is not looked at. */
  private static int firstFrame(List<Span> spans, int frames) {
    int start = spans.stream().mapToInt(Span::start).min().orElse(0) / SAMPLES_PER_FRAME;
    return Math.clamp(start - REACH, 0, frames - 1) / STEP * STEP;
  }

  private float[] print(float[][] heard, Span span) {
    int from = Math.min(span.start() / SAMPLES_PER_FRAME, heard.length - 1) / STEP * STEP;
    int to = Math.clamp(span.end() / SAMPLES_PER_FRAME, from + 1, heard.length);
    int width = heard[from].length;
    var sum = new double[width];
    var squares = new double[width];
    int count = 0;
    for (int frame = from; frame < to; frame += STEP) {
      for (int k = 0; k < width; k++) {
        sum[k] += heard[frame][k];
        squares[k] += (double) heard[frame][k] * heard[frame][k];
      }
      count++;
    }
    var pooled = new float[2 * width];
    for (int k = 0; k < width; k++) {
      double average = sum[k] / count;
      pooled[k] = (float) average;
      pooled[width + k] =
          (float) Math.sqrt(Math.max(squares[k] / count - average * average, LEAST_VARIANCE));
    }
    return whitened(last.apply(new float[][] {pooled}, 0, 1)[0]);
  }

  private float[] whitened(float[] raw) {
    var print = new float[SIZE];
    for (int row = 0; row < SIZE; row++) {
      float sum = 0;
      for (int k = 0; k < SIZE; k++) {
        sum += whitening.values()[row * whitening.columns() + k] * (raw[k] - mean[k]);
      }
      print[row] = sum;
    }
    return print;
  }
}
