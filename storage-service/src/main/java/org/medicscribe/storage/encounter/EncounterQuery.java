package org.medicscribe.storage.encounter;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.medicscribe.edge.catalogue.Limit;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.EncounterState;
import org.medicscribe.storage.text.WrittenText;

/**
 * Which of a clinician's encounters to list, newest first.
 *
 * @param text part of the label, or of the patient's name or number; patient text
 * @param before the last one of the page before
 */
record EncounterQuery(
    Optional<EncounterState> state,
    Optional<String> text,
    Optional<Instant> from,
    Optional<Instant> to,
    Optional<EncounterId> before,
    int limit) {

  static final int LARGEST_PAGE = 100;
  static final int USUAL_PAGE = 50;

  /** What comes of reading the parameters. */
  sealed interface Checked {

    record Valid(EncounterQuery query) implements Checked {}

    /**
     * @param fields what to change, by parameter; never what was sent
     */
    record Invalid(Map<String, String> fields) implements Checked {}
  }

  /** The parameters as they came. */
  public record Parameters(
      @Nullable String state,
      @Nullable String q,
      @Nullable String from,
      @Nullable String to,
      @Nullable String cursor,
      @Nullable String limit) {
    @Override
    public String toString() {
      return "Parameters";
    }
  }

  static Checked check(Parameters given) {
    Reader reader = new Reader();
    EncounterQuery query =
        new EncounterQuery(
            reader.read(
                "state", given.state(), EncounterQuery::state, "Name a state, such as review."),
            reader.read(
                "q",
                given.q(),
                EncounterQuery::text,
                "Give 1 to " + Limit.PATIENT_LABEL.most() + " characters."),
            reader.read("from", given.from(), EncounterQuery::time, "Give an RFC 3339 time."),
            reader.read("to", given.to(), EncounterQuery::time, "Give an RFC 3339 time."),
            reader.read(
                "cursor", given.cursor(), EncounterId::of, "Give the cursor of the page before."),
            reader
                .read("limit", given.limit(), EncounterQuery::limit, "Give a number from 1 to 100.")
                .orElse(USUAL_PAGE));
    return reader.wrong.isEmpty() ? new Checked.Valid(query) : new Checked.Invalid(reader.wrong);
  }

  private static EncounterState state(String text) {
    return EncounterState.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private static String text(String text) {
    return WrittenText.of(text, Limit.PATIENT_LABEL.most())
        .orElseThrow(() -> new IllegalArgumentException("no text of this length"));
  }

  private static Instant time(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  private static int limit(String text) {
    int limit = Integer.parseInt(text);
    if (limit < 1 || limit > LARGEST_PAGE) {
      throw new IllegalArgumentException("out of range");
    }
    return limit;
  }

  /** Collects what is wrong instead of ending at the first fault. */
  private static final class Reader {

    private final Map<String, String> wrong = new LinkedHashMap<>();

    <T> Optional<T> read(
        String name, @Nullable String given, Function<String, T> reading, String advice) {
      if (given == null || given.isEmpty()) {
        return Optional.empty();
      }
      try {
        return Optional.of(reading.apply(given));
      } catch (IllegalArgumentException | DateTimeException unreadable) {
        wrong.put(name, advice);
        return Optional.empty();
      }
    }
  }

  @Override
  public String toString() {
    return "EncounterQuery[limit=" + limit + "]";
  }
}
