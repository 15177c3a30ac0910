package org.medicscribe.transcription.speech.embedded.voice;

/**
 * A layer of the speaker network: frames side by side times weights, then, except in the last
 * layer, what is negative becomes zero and each output is brought to its usual range.
 *
 * <p>The weights are turned so that the innermost loop runs over outputs, which the compiler does
 * several at once; several frames share each weight that is read.
 */
final class DenseLayer {

  private static final int TOGETHER = 4;

  private final int[] offsets;
  private final int inputs;
  private final int outputs;
  private final float[] turned;
  private final float[] bias;
  private final boolean activated;
  private final float[] scale;
  private final float[] shift;

  private DenseLayer(KaldiModel model, String name, boolean activated, int... offsets) {
    KaldiModel.Matrix weights = model.matrix(name + ".affine", "LinearParams");
    this.offsets = offsets;
    this.outputs = weights.rows();
    this.inputs = weights.columns();
    this.turned = new float[inputs * outputs];
    for (int out = 0; out < outputs; out++) {
      for (int in = 0; in < inputs; in++) {
        turned[in * outputs + out] = weights.values()[out * inputs + in];
      }
    }
    this.bias = model.vector(name + ".affine", "BiasParams");
    this.activated = activated;
    this.scale = new float[outputs];
    this.shift = new float[outputs];
    if (activated) {
      normalise(model, name + ".batchnorm");
    }
  }

  /**
   * @param offsets the frames that it sees, counted from its own
   */
  static DenseLayer activated(KaldiModel model, String name, int... offsets) {
    return new DenseLayer(model, name, true, offsets);
  }

  /** The last one, which sees one row. */
  static DenseLayer last(KaldiModel model, String name) {
    return new DenseLayer(model, name, false, 0);
  }

  private void normalise(KaldiModel model, String name) {
    float[] mean = model.vector(name, "StatsMean");
    float[] variance = model.vector(name, "StatsVar");
    double rest = model.number(name, "Epsilon");
    double target = model.number(name, "TargetRms");
    for (int out = 0; out < outputs; out++) {
      scale[out] = (float) (target / Math.sqrt(variance[out] + rest));
      shift[out] = -mean[out] * scale[out];
    }
  }

  /**
   * The output for the frames {@code first}, {@code first + step} and so on; before them and beyond
   * the end the first and the last one stand again. The rows of other frames are empty.
   */
  float[][] apply(float[][] input, int first, int step) {
    var output = new float[input.length][0];
    var row = new float[TOGETHER][inputs];
    for (int frame = first; frame < input.length; frame += TOGETHER * step) {
      int count = 0;
      for (int at = frame; at < input.length && count < TOGETHER; at += step) {
        gather(input, first, at, row[count]);
        output[at] = bias.clone();
        count++;
      }
      if (count == TOGETHER) {
        multiply(
            row,
            output[frame],
            output[frame + step],
            output[frame + 2 * step],
            output[frame + 3 * step]);
      } else {
        for (int k = 0; k < count; k++) {
          multiply(row[k], output[frame + k * step]);
        }
      }
      for (int k = 0; k < count && activated; k++) {
        activate(output[frame + k * step]);
      }
    }
    return output;
  }

  private void gather(float[][] input, int first, int frame, float[] row) {
    int width = inputs / offsets.length;
    for (int k = 0; k < offsets.length; k++) {
      int from = Math.clamp(frame + offsets[k], first, input.length - 1);
      while (input[from].length == 0) {
        from--;
      }
      System.arraycopy(input[from], 0, row, k * width, width);
    }
  }

  private void multiply(float[][] row, float[] a, float[] b, float[] c, float[] d) {
    for (int in = 0; in < inputs; in++) {
      multiplyOne(in * outputs, a, row[0][in], b, row[1][in], c, row[2][in], d, row[3][in]);
    }
  }

  private void multiplyOne(
      int at,
      float[] a,
      float byA,
      float[] b,
      float byB,
      float[] c,
      float byC,
      float[] d,
      float byD) {
    for (int out = 0; out < outputs; out++) {
      float weight = turned[at + out];
      a[out] += byA * weight;
      b[out] += byB * weight;
      c[out] += byC * weight;
      d[out] += byD * weight;
    }
  }

  private void multiply(float[] row, float[] output) {
    for (int in = 0; in < inputs; in++) {
      float by = row[in];
      int at = in * outputs;
      for (int out = 0; out < outputs; out++) {
        output[out] += by * turned[at + out];
      }
    }
  }

  private void activate(float[] output) {
    for (int out = 0; out < outputs; out++) {
      output[out] = Math.max(output[out], 0) * scale[out] + shift[out];
    }
  }
}
