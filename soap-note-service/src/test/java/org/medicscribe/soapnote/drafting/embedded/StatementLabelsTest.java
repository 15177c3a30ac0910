package org.medicscribe.soapnote.drafting.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.medicscribe.soapnote.note.TranscriptIndex;

/**
 * Statements of drafts that a reader judged: fine, wrong, useless, of somebody else ("whose") or in
 * the wrong section. Prints which of them the drafter still writes. Runs when {@code
 * -Daci=<folder>} and {@code -Dprimock=<folder>} name the data. What was mended is no longer among
 * them, so the shares tell what is left of what was read, not how good unread statements are.
 */
@EnabledIfSystemProperty(named = "aci", matches = ".+")
@EnabledIfSystemProperty(named = "primock", matches = ".+")
class StatementLabelsTest {

  private static final double LEAST_FINE_KEPT = 0.9;

  private record Labelled(String visit, String hash) {}

  @Test
  void shouldGoOnWritingWhatAReaderFoundFine() throws IOException {
    // Given
    Map<Labelled, String> labels = labels();
    // When
    Map<String, Integer> still = new TreeMap<>();
    for (Corpus.Encounter encounter : Corpus.read(folder("aci"), folder("primock"))) {
      Trained.COMPOSER
          .compose(new TranscriptIndex(encounter.lines()))
          .sections()
          .forEach(section ->
              section.statements().stream()
                  .map(statement ->
                      hash(
                          Character.toUpperCase(section.code().value().charAt(0)),
                          statement.text()))
                  .distinct()
                  .map(hash -> labels.get(new Labelled(encounter.name(), hash)))
                  .filter(Objects::nonNull)
                  .forEach(label -> still.merge(label, 1, Integer::sum)));
    }
    // Then
    Map<String, Integer> read = new TreeMap<>();
    labels.values().forEach(label -> read.merge(label, 1, Integer::sum));
    int all = still.values().stream().mapToInt(Integer::intValue).sum();
    read.forEach((label, count) -> {
      int left = still.getOrDefault(label, 0);
      System.out.printf(
          "%-8s %3d of %3d read, %.1f %% of those left%n", label, left, count, 100.0 * left / all);
    });
    assertThat(still.getOrDefault("fine", 0))
        .isGreaterThan((int) (LEAST_FINE_KEPT * read.getOrDefault("fine", 0)));
  }

  private static Path folder(String property) {
    return Path.of(Objects.requireNonNull(System.getProperty(property)));
  }

  private static Map<Labelled, String> labels() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(
            StatementLabelsTest.class.getResourceAsStream("statement-labels.tsv"))) {
      List<String> lines = new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      Map<Labelled, String> labels = new HashMap<>();
      lines.stream()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .forEach(columns -> labels.put(new Labelled(columns[0], columns[1]), columns[2]));
      return labels;
    }
  }

  /** Keeps the data's own text out of the project. */
  private static String hash(char section, String statement) {
    try {
      byte[] text = (section + "\t" + statement).getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
      return HexFormat.of().formatHex(digest).substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
