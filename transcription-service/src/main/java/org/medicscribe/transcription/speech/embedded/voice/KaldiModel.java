package org.medicscribe.transcription.speech.embedded.voice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Reads what Kaldi wrote: a binary file of named components, whose numbers stand behind tags. A
 * matrix is {@code FM}, a vector {@code FV}, each with its sizes; all little-endian.
 */
final class KaldiModel {

  /**
   * @param values row after row
   */
  record Matrix(int rows, int columns, float[] values) {}

  private final byte[] bytes;

  private KaldiModel(byte[] bytes) {
    this.bytes = bytes;
  }

  static KaldiModel read(Path file) {
    try {
      return new KaldiModel(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the speaker model " + file, e);
    }
  }

  /** The whole file is one matrix. */
  static Matrix matrix(Path file) {
    KaldiModel model = read(file);
    return model.valuesAt(model.after("\0B", 0));
  }

  /** The whole file is one vector, as text in brackets. */
  static float[] vector(Path file) {
    String text = new String(read(file).bytes, StandardCharsets.US_ASCII);
    String[] numbers = text.replaceAll("[\\[\\]]", " ").strip().split("\\s+");
    var values = new float[numbers.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = Float.parseFloat(numbers[i]);
    }
    return values;
  }

  Matrix matrix(String component, String tag) {
    return valuesAt(find(component, tag));
  }

  float[] vector(String component, String tag) {
    return matrix(component, tag).values();
  }

  float number(String component, String tag) {
    int size = 1;
    return buffer(find(component, tag) + size, Float.BYTES).getFloat();
  }

  private int find(String component, String tag) {
    return after("<" + tag + "> ", after("<ComponentName> " + component + " ", 0));
  }

  private Matrix valuesAt(int position) {
    String kind = new String(bytes, position, 3, StandardCharsets.US_ASCII);
    boolean matrix = kind.equals("FM ");
    if (!matrix && !kind.equals("FV ")) {
      throw new IllegalStateException("the speaker model holds no numbers where they belong");
    }
    // Each size is one byte that says how long it is, and the number.
    int rows = matrix ? buffer(position + 4, Integer.BYTES).getInt() : 1;
    int sizes = matrix ? 10 : 5;
    int columns = buffer(position + 3 + sizes - Integer.BYTES, Integer.BYTES).getInt();
    var values = new float[Math.multiplyExact(rows, columns)];
    buffer(position + 3 + sizes, values.length * Float.BYTES).asFloatBuffer().get(values);
    return new Matrix(rows, columns, values);
  }

  private ByteBuffer buffer(int position, int length) {
    return ByteBuffer.wrap(bytes, position, length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private int after(String text, int from) {
    byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
    for (int at = from; at <= bytes.length - wanted.length; at++) {
      if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
        return at + wanted.length;
      }
    }
    throw new IllegalStateException("the speaker model lacks " + text.strip());
  }
}
