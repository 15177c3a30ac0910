package org.medicscribe.soapnote.verification;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.medicscribe.events.SoapNote.Finding;
import org.medicscribe.events.SoapNote.Verification;
import org.medicscribe.events.SoapNote.Verification.Status;
import org.medicscribe.soapnote.verification.ReviewedStatement.Truth;

/**
 * Measures the review on statements that are true: each must pass as it is, and must not when one
 * thing in it is changed while its evidence stays. Its argument is a folder with ACI-BENCH, without
 * one it measures the statements written for this project. Prints a table; {@code -Dshow=<class>}
 * prints what of a class got through, {@code -Dshow=alarms} the true statements that were flagged,
 * {@code -Dshow=all} both; {@code -Dsplit=train} reads one split only. The same statements always
 * make the same falsehoods.
 */
final class MutationCheck {

  private final Map<Falsehood, Map<Status, Integer>> falsehoods = new EnumMap<>(Falsehood.class);
  private final Map<Truth, Map<Status, Integer>> asWritten = new EnumMap<>(Truth.class);
  private final Map<String, Integer> alarmsByRule = new TreeMap<>();
  private final Map<String, Integer> catchesByRule = new TreeMap<>();
  private final Map<List<Object>, List<ReviewedStatement>> passed = new LinkedHashMap<>();
  private final String shown = System.getProperty("show", "");

  private static final int LONG_STATEMENT = 240;

  private MutationCheck() {}

  public static void main(String[] folder) {
    List<String> splits = List.of(System.getProperty("split", "train,valid").split(","));
    System.out.println(
        of(folder.length > 0
                ? AciStatements.read(Path.of(folder[0]), splits)
                : WrittenStatements.read())
            .table());
  }

  static MutationCheck of(List<ReviewedStatement> statements) {
    MutationCheck check = new MutationCheck();
    statements.forEach(check::measure);
    check.passed.values().forEach(check::measureJoined);
    return check;
  }

  /** Share of a class that was flagged at all, 0 to 1. */
  double caught(Falsehood falsehood) {
    return 1 - share(falsehoods.getOrDefault(falsehood, Map.of()), Status.VERIFIED);
  }

  /** The mean of the classes of a kind, 0 to 1. */
  double caught(Falsehood.Kind kind) {
    return falsehoods.keySet().stream()
        .filter(falsehood -> falsehood.kind() == kind)
        .mapToDouble(this::caught)
        .average()
        .orElse(0);
  }

  /** Share of the true statements that ended like this, 0 to 1. */
  double falseAlarms(Status status) {
    return share(asWritten.getOrDefault(Truth.TRUE, Map.of()), status);
  }

  private void measure(ReviewedStatement statement) {
    Verification asIs = statement.review();
    count(asWritten, statement.truth(), asIs.status());
    if (statement.truth() == Truth.TRUE && asIs.status() != Status.VERIFIED) {
      asIs.findings().forEach(finding -> alarmsByRule.merge(finding.rule(), 1, Integer::sum));
      show("alarms", statement, asIs);
    }
    if (statement.truth() == Truth.FALSE || asIs.status() != Status.VERIFIED) {
      return;
    }
    passed
        .computeIfAbsent(
            List.of(statement.transcript(), statement.section()), v -> new ArrayList<>())
        .add(statement);
    for (Falsehood falsehood : Falsehood.values()) {
      measure(statement, falsehood);
    }
  }

  /** Much is mixed up only where a statement names several things. */
  private void measureJoined(List<ReviewedStatement> ofOneSection) {
    for (int at = 0; at + 1 < ofOneSection.size(); at++) {
      ReviewedStatement both = ofOneSection.get(at).joined(ofOneSection.get(at + 1));
      boolean passes =
          both.text().length() <= LONG_STATEMENT && both.review().status() == Status.VERIFIED;
      for (Falsehood falsehood : Falsehood.values()) {
        if (passes && falsehood.isRare()) {
          measure(both, falsehood);
        }
      }
    }
  }

  private void measure(ReviewedStatement statement, Falsehood falsehood) {
    falsehood
        .all(statement)
        .forEach(changed -> {
          Verification verification = changed.review();
          count(falsehoods, falsehood, verification.status());
          verification.findings().stream()
              .map(Finding::rule)
              .distinct()
              .forEach(rule -> catchesByRule.merge(rule, 1, Integer::sum));
          if (verification.status() == Status.VERIFIED) {
            show(falsehood.title(), changed, verification);
          }
        });
  }

  String table() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%-32s %6s %8s %12s"
            .formatted("one change, evidence unchanged", "n", "caught", "unsupported"));
    Map<Falsehood.Kind, List<Double>> means = new EnumMap<>(Falsehood.Kind.class);
    Map<Status, Integer> all = new EnumMap<>(Status.class);
    falsehoods.forEach((falsehood, counts) -> {
      lines.add(row(falsehood.title(), counts));
      counts.forEach((status, count) -> all.merge(status, count, Integer::sum));
      means
          .computeIfAbsent(falsehood.kind(), kind -> new ArrayList<>())
          .add(1 - share(counts, Status.VERIFIED));
    });
    lines.add(row("all", all));
    means.forEach((kind, shares) ->
        lines.add(
            "%-32s %6d %7.1f%%"
                .formatted(
                    "mean of the " + kind.name().toLowerCase(Locale.ROOT) + " classes",
                    shares.size(),
                    100 * shares.stream().mapToDouble(Double::doubleValue).average().orElse(0))));
    lines.add("");
    lines.add(
        "%-32s %6s %8s %12s".formatted("statements as written", "n", "flagged", "unsupported"));
    asWritten.forEach((truth, counts) ->
        lines.add(row("found " + truth.name().toLowerCase(Locale.ROOT).replace('_', ' '), counts)));
    lines.add("false alarms by rule: " + alarmsByRule);
    lines.add("falsehoods by rule: " + catchesByRule);
    return String.join("\n", lines);
  }

  private static String row(String title, Map<Status, Integer> counts) {
    return "%-32s %6d %7.1f%% %11.1f%%"
        .formatted(
            title,
            total(counts),
            100 - 100 * share(counts, Status.VERIFIED),
            100 * share(counts, Status.UNSUPPORTED));
  }

  private static <K> void count(Map<K, Map<Status, Integer>> table, K row, Status status) {
    table.computeIfAbsent(row, r -> new EnumMap<>(Status.class)).merge(status, 1, Integer::sum);
  }

  private static int total(Map<Status, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static double share(Map<Status, Integer> counts, Status status) {
    int total = total(counts);
    return total == 0 ? 0 : (double) counts.getOrDefault(status, 0) / total;
  }

  private void show(String row, ReviewedStatement statement, Verification verification) {
    if (row.equals(shown) || shown.equals("all")) {
      System.out.println(row + ": " + statement.text());
      statement.cited().forEach(sentence -> System.out.println("      <- " + sentence.text()));
      for (Finding finding : verification.findings()) {
        System.out.println("      " + finding.rule() + ": " + finding.detail());
      }
    }
  }
}
