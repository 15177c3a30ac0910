package org.medicscribe.soapnote.verification;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.medicscribe.events.SoapNote.Evidence;
import org.medicscribe.events.SoapNote.Omission;
import org.medicscribe.events.SoapNote.Omission.Kind;
import org.medicscribe.events.SoapNote.Section;
import org.medicscribe.events.SoapNote.SectionCode;
import org.medicscribe.events.SoapNote.Statement;
import org.medicscribe.events.SoapNote.Verification;
import org.medicscribe.events.SoapNote.Verification.Status;
import org.medicscribe.soapnote.note.PlainWords;
import org.medicscribe.soapnote.note.TranscriptIndex;
import org.medicscribe.soapnote.omissions.OmissionFinder;
import org.medicscribe.soapnote.reading.FunctionWords;
import org.medicscribe.soapnote.reading.Medicines;
import org.medicscribe.soapnote.reading.Stems;
import org.medicscribe.soapnote.verification.ReviewedStatement.Truth;

/**
 * Measures how much of what clinicians wrote down the ledger would have listed, had they not: each
 * safety fact of a reference note that its evidence says, once beside an empty note and once beside
 * the whole note without the statements that say it.
 */
final class LedgerCheck {

  private static final Pattern FOLLOW_UP =
      Pattern.compile(
          "(?i)\\b(?:follow[- ]?up (?:in|with|appointment)|return (?:to|in|for)|see (?:him|her|the patient) (?:back|again)"
              + "|(?:will|should|to) call (?:me|us|the office|if)|contact (?:me|us|the office)|emergency (?:room|department))\\b");
  private static final Pattern PAST =
      Pattern.compile("(?i)\\b(?:presents|was|were|visited|took|showed|has been)\\b");
  private static final Pattern ALLERGY = Pattern.compile("(?i)\\ballerg(?:ic|y|ies) to\\b");
  private static final Pattern RED_FLAG =
      Pattern.compile(
          "(?i)\\b(?:chest pain|short(?:ness)? of breath|syncope|faint\\w*|passed out|seizures?|hemoptysis|hematuria|blood in|melena|suicid\\w*|night sweats|double vision|confusion)\\b");
  private static final Pattern DENIAL =
      Pattern.compile("(?i)\\b(?:no|not|denies|denied|without|negative|never|if|history)\\b");

  private static final Medicines MEDICINES = Medicines.fromWordList();
  private static final OmissionFinder FINDER = new OmissionFinder(MEDICINES);

  private final Map<Kind, int[]> counts = new EnumMap<>(Kind.class);

  private LedgerCheck() {}

  public static void main(String[] folder) {
    System.out.println(
        of(AciStatements.read(
                Path.of(folder[0]), List.of(System.getProperty("split", "train,valid").split(","))))
            .table());
  }

  static LedgerCheck of(List<ReviewedStatement> statements) {
    LedgerCheck check = new LedgerCheck();
    Map<TranscriptIndex, List<ReviewedStatement>> visits = new LinkedHashMap<>();
    statements.forEach(s -> visits.computeIfAbsent(s.transcript(), t -> new ArrayList<>()).add(s));
    visits.values().forEach(check::measure);
    return check;
  }

  /** The share that is listed when the statements that say it are deleted, 0 to 1. */
  double listed(Kind kind) {
    int[] count = counts.getOrDefault(kind, new int[] {0, 0, 0});
    return count[0] == 0 ? 0 : (double) count[2] / count[0];
  }

  private void measure(List<ReviewedStatement> visit) {
    for (ReviewedStatement statement : visit) {
      if (statement.truth() == Truth.FALSE) {
        continue;
      }
      substances(statement.text()).stream()
          .filter(
              name -> statement.cited().stream().anyMatch(s -> substances(s.text()).contains(name)))
          .forEach(name ->
              measure(
                  Kind.MEDICINE,
                  statement,
                  visit,
                  o -> substances(o.text()).contains(name),
                  text -> substances(text).contains(name)));
      if (statement.section().equals(new SectionCode("plan"))
          && !PAST.matcher(statement.text()).find()) {
        measureMatching(Kind.FOLLOW_UP, FOLLOW_UP, statement, visit);
      }
      measureMatching(Kind.ALLERGY, ALLERGY, statement, visit);
      if (!DENIAL.matcher(statement.text()).find()) {
        measureMatching(Kind.RED_FLAG, RED_FLAG, statement, visit);
      }
    }
  }

  private void measureMatching(
      Kind kind, Pattern pattern, ReviewedStatement statement, List<ReviewedStatement> visit) {
    if (!pattern.matcher(statement.text()).find()) {
      return;
    }
    Set<String> lines =
        statement.cited().stream().map(s -> s.line().segment().value()).collect(Collectors.toSet());
    measure(
        kind,
        statement,
        visit,
        omission ->
            lines.contains(omission.evidence().segment().value())
                || pattern.matcher(omission.text()).find() && sharesWords(omission, statement),
        text -> pattern.matcher(text).find());
  }

  /** A sign or an appointment that is told twice is listed where it is told first. */
  private static boolean sharesWords(Omission omission, ReviewedStatement statement) {
    Set<String> said =
        Stems.setOf(
            FunctionWords.removedFrom(PlainWords.of(omission.text())), statement.language());
    return Stems.of(
            FunctionWords.removedFrom(PlainWords.of(statement.text())), statement.language())
        .stream()
        .anyMatch(said::contains);
  }

  private void measure(
      Kind kind,
      ReviewedStatement statement,
      List<ReviewedStatement> visit,
      Predicate<Omission> isIt,
      Predicate<String> covers) {
    int[] count = counts.computeIfAbsent(kind, k -> new int[3]);
    count[0]++;
    TranscriptIndex transcript = visit.getFirst().transcript();
    boolean listed = lists(kind, transcript, List.of(), isIt);
    if (!listed && kind.name().equalsIgnoreCase(System.getProperty("show", ""))) {
      System.out.println(kind + " not listed: " + statement.text());
      statement.cited().forEach(said -> System.out.println("      <- " + said.text()));
    }
    count[1] += listed ? 1 : 0;
    count[2] += lists(kind, transcript, noteWithout(covers, visit), isIt) ? 1 : 0;
  }

  private static boolean lists(
      Kind kind, TranscriptIndex transcript, List<Section> note, Predicate<Omission> isIt) {
    return FINDER.find(transcript, note).stream()
        .anyMatch(omission -> omission.kind() == kind && isIt.test(omission));
  }

  private static List<Section> noteWithout(
      Predicate<String> covers, List<ReviewedStatement> visit) {
    List<Statement> left =
        visit.stream()
            .filter(statement -> !covers.test(statement.text()))
            .map(LedgerCheck::written)
            .toList();
    return List.of(new Section(visit.getFirst().section(), left));
  }

  private static Statement written(ReviewedStatement statement) {
    List<Evidence> evidence =
        statement.cited().stream()
            .map(sentence -> new Evidence(sentence.line().segment(), sentence.text()))
            .toList();
    return new Statement(
        "s" + Integer.toHexString(statement.text().hashCode()),
        statement.text(),
        evidence,
        new Verification(Status.VERIFIED, List.of()));
  }

  private static Set<String> substances(String text) {
    return MEDICINES.in(PlainWords.of(text)).stream()
        .map(Medicines.Mention::substance)
        .collect(Collectors.toSet());
  }

  String table() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%-14s %5s %12s %20s"
            .formatted("listed if left out", "n", "empty note", "statement deleted"));
    counts.forEach((kind, count) ->
        lines.add(
            "%-14s %9d %11.0f%% %19.0f%%"
                .formatted(
                    kind.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    count[0],
                    100.0 * count[1] / count[0],
                    100.0 * count[2] / count[0])));
    return String.join("\n", lines);
  }
}
