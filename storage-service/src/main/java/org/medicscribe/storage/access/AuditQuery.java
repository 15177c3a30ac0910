package org.medicscribe.storage.access;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.EncounterId;
import org.medicscribe.storage.text.WrittenText;

/**
 * What of a clinic's trail an auditor wants to see, newest first.
 *
 * @param person the subject of who did it
 * @param patientLabel of the visits that it was done to, or the patient's name or number; patient
 *     text
 * @param before the number of the last entry of the part before
 */
record AuditQuery(
    Optional<String> person,
    Optional<EncounterId> encounter,
    Optional<String> patientLabel,
    Optional<Instant> from,
    Optional<Instant> to,
    Optional<Long> before) {

  private static final int PERSON_LENGTH = 255;
  private static final int LABEL_LENGTH = 120;

  /** What comes of reading the parameters. */
  sealed interface Checked {

    record Valid(AuditQuery query) implements Checked {}

    /**
     * @param fields what to change, by parameter; never what was sent
     */
    record Invalid(Map<String, String> fields) implements Checked {}
  }

  /** The parameters as they came. */
  record Parameters(
      @Nullable String person,
      @Nullable String encounter,
      @Nullable String patientLabel,
      @Nullable String from,
      @Nullable String to,
      @Nullable String before) {
    @Override
    public String toString() {
      return "Parameters";
    }
  }

  static Checked check(Parameters given) {
    Map<String, String> wrong = new LinkedHashMap<>();
    AuditQuery query =
        new AuditQuery(
            read(wrong, "person", given.person(), AuditQuery::person, "Give 1 to 255 characters."),
            read(wrong, "encounter", given.encounter(), EncounterId::of, "Give the id of a visit."),
            read(
                wrong,
                "patientLabel",
                given.patientLabel(),
                AuditQuery::label,
                "Give 1 to 120 characters."),
            read(wrong, "from", given.from(), AuditQuery::time, "Give an RFC 3339 time."),
            read(wrong, "to", given.to(), AuditQuery::time, "Give an RFC 3339 time."),
            read(
                wrong,
                "before",
                given.before(),
                AuditQuery::number,
                "Give next of the part before."));
    return wrong.isEmpty() ? new Checked.Valid(query) : new Checked.Invalid(wrong);
  }

  private static <T> Optional<T> read(
      Map<String, String> wrong,
      String name,
      @Nullable String given,
      Function<String, T> reading,
      String advice) {
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

  private static String person(String text) {
    return written(text, PERSON_LENGTH);
  }

  private static String label(String text) {
    return written(text, LABEL_LENGTH);
  }

  private static String written(String text, int longest) {
    return WrittenText.of(text, longest)
        .orElseThrow(() -> new IllegalArgumentException("no text of this length"));
  }

  private static Instant time(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  private static long number(String text) {
    if (!text.matches("\\d{1,18}")) {
      throw new IllegalArgumentException("no number");
    }
    return Long.parseLong(text);
  }

  @Override
  public String toString() {
    return "AuditQuery[before=" + before + "]";
  }
}
