package org.medicscribe.soapnote.drafting.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.medicscribe.events.NotePart;

/**
 * How much a candidate looks like what clinicians put into each part of a note: one linear model
 * for each, read from a resource that holds a feature's four weights on a line.
 */
final class Relevance {

  private static final List<NotePart> PARTS = List.of(NotePart.values());

  private final double[][] weights;

  /**
   * @param weights by feature, then by part in the order of {@link NotePart}
   */
  Relevance(double[][] weights) {
    this.weights = weights;
  }

  static Relevance load(String resource) {
    try (InputStream in = Relevance.class.getResourceAsStream(resource);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    Objects.requireNonNull(in, resource), StandardCharsets.UTF_8))) {
      return new Relevance(lines.lines().map(Relevance::row).toArray(double[][]::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Map<NotePart, Double> scores(double[] features) {
    if (features.length != weights.length) {
      throw new IllegalArgumentException("made for " + weights.length + " features");
    }
    Map<NotePart, Double> scores = new EnumMap<>(NotePart.class);
    for (int part = 0; part < PARTS.size(); part++) {
      double sum = 0;
      for (int i = 0; i < features.length; i++) {
        sum += features[i] * weights[i][part];
      }
      scores.put(PARTS.get(part), sum);
    }
    return scores;
  }

  private static double[] row(String line) {
    String[] cells = line.split("\t");
    double[] row = new double[cells.length];
    for (int i = 0; i < cells.length; i++) {
      row[i] = Double.parseDouble(cells[i]);
    }
    return row;
  }
}
