package org.medicscribe.soapnote.drafting.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A logistic model over the presence of cues (words and pairs of words), read from a resource of
 * {@code cue<TAB>weight} lines that training wrote.
 */
final class CueClassifier {

  static final String BIAS = "<bias>";

  private final Map<String, Float> weights;

  CueClassifier(Map<String, Float> weights) {
    this.weights = Map.copyOf(weights);
  }

  static CueClassifier load(String resource) {
    Map<String, Float> weights = new HashMap<>();
    try (InputStream in = CueClassifier.class.getResourceAsStream(resource);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    Objects.requireNonNull(in, resource), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int tab = line.indexOf('\t');
        weights.put(line.substring(0, tab), Float.parseFloat(line.substring(tab + 1)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new CueClassifier(weights);
  }

  /** Log odds: above zero is a yes. */
  double score(Collection<String> cues) {
    double sum = weights.getOrDefault(BIAS, 0f);
    for (String cue : cues) {
      sum += weights.getOrDefault(cue, 0f);
    }
    return sum;
  }
}
