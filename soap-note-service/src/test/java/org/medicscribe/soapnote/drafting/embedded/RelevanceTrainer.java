package org.medicscribe.soapnote.drafting.embedded;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.medicscribe.events.NotePart;
import org.medicscribe.soapnote.drafting.embedded.AciBench.Encounter;

/**
 * Fits {@link Relevance}: ridge regression of how well a candidate matches the best sentence of
 * each section of the clinician's note (cosine of words and pairs of words, weighted by rarity).
 */
final class RelevanceTrainer {

  private static final double RIDGE = 4;

  private final NoteComposer composer;
  private final Embedder embedder;

  RelevanceTrainer(NoteComposer composer, Embedder embedder) {
    this.composer = composer;
    this.embedder = embedder;
  }

  double[][] fit(List<Encounter> encounters) {
    Map<String, Double> rarity = rarity(encounters);
    List<double[]> rows = new ArrayList<>();
    List<double[]> targets = new ArrayList<>();
    for (Encounter encounter : encounters) {
      List<Candidate> candidates = composer.candidates(encounter.transcript());
      Map<NotePart, String> note = NoteParts.of(encounter);
      for (Candidate candidate : candidates) {
        rows.add(Features.of(candidate, embedder.embed(candidate.text())));
        targets.add(targets(candidate, note, rarity));
      }
    }
    return Ridge.solve(rows, targets, RIDGE);
  }

  private static double[] targets(
      Candidate candidate, Map<NotePart, String> note, Map<String, Double> rarity) {
    Set<String> ours = grams(candidate.text());
    double[] best = new double[NotePart.values().length];
    note.forEach((code, text) -> {
      for (String sentence : text.split("(?<=[.:])\\s+|\n")) {
        double match = cosine(ours, grams(sentence), rarity);
        best[code.ordinal()] = Math.max(best[code.ordinal()], match);
      }
    });
    return best;
  }

  private static double cosine(Set<String> a, Set<String> b, Map<String, Double> rarity) {
    double common = a.stream().filter(b::contains).mapToDouble(g -> weight(g, rarity)).sum();
    return common == 0 ? 0 : common / Math.sqrt(sum(a, rarity) * sum(b, rarity));
  }

  private static double sum(Set<String> grams, Map<String, Double> rarity) {
    return grams.stream().mapToDouble(gram -> weight(gram, rarity)).sum();
  }

  private static double weight(String gram, Map<String, Double> rarity) {
    return rarity.getOrDefault(gram, 4.0);
  }

  private static Map<String, Double> rarity(List<Encounter> encounters) {
    Map<String, Integer> counts = new HashMap<>();
    encounters.forEach(e -> grams(e.note()).forEach(gram -> counts.merge(gram, 1, Integer::sum)));
    Map<String, Double> rarity = new HashMap<>();
    counts.forEach((gram, n) -> rarity.put(gram, Math.log(1.0 + encounters.size() / (double) n)));
    return rarity;
  }

  private static Set<String> grams(String text) {
    List<String> tokens = Rouge.tokens(text);
    Set<String> grams = new HashSet<>(tokens);
    for (int i = 0; i + 1 < tokens.size(); i++) {
      grams.add(tokens.get(i) + " " + tokens.get(i + 1));
    }
    return grams;
  }
}
