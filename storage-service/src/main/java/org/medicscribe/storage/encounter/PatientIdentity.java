package org.medicscribe.storage.encounter;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.net.URISyntaxException;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.medicscribe.edge.catalogue.Limit;
import org.medicscribe.storage.text.WrittenText;

/** Who was treated, as far as somebody said so; patient text. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PatientIdentity(
    @Nullable Identifier identifier,
    @Nullable String name,
    @Nullable LocalDate birthDate,
    @Nullable Sex sex) {

  private static final LocalDate EARLIEST = LocalDate.of(1880, 1, 1);

  /**
   * The number under which a record system knows the patient.
   *
   * @param system whose number it is: an absolute URI
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Identifier(@Nullable String system, String value) {
    @Override
    public String toString() {
      return "Identifier";
    }
  }

  /** Administrative, as FHIR has it. */
  public enum Sex {
    @JsonProperty("female")
    FEMALE,
    @JsonProperty("male")
    MALE,
    @JsonProperty("other")
    OTHER,
    @JsonProperty("unknown")
    UNKNOWN
  }

  /** What comes of checking a request. */
  public sealed interface Checked {

    record Valid(PatientIdentity patient) implements Checked {}

    /** Nothing is said. */
    record Nobody() implements Checked {}

    /**
     * @param fields what to change, by field; never what was sent
     */
    record Invalid(Map<String, String> fields) implements Checked {}
  }

  /** The request as it came, every field possibly absent. */
  public record Request(
      @Nullable IdentifierRequest identifier,
      @Nullable String name,
      @Nullable String birthDate,
      @Nullable String sex) {
    @Override
    public String toString() {
      return "Request";
    }
  }

  /** The number as it came. */
  public record IdentifierRequest(@Nullable String system, @Nullable String value) {
    @Override
    public String toString() {
      return "IdentifierRequest";
    }
  }

  /**
   * @param today where the day is furthest on
   */
  public static Checked check(Request request, LocalDate today) {
    Map<String, String> wrong = new TreeMap<>();
    String name = read(request.name(), Limit.PATIENT_NAME, "name", wrong);
    IdentifierRequest number = request.identifier();
    String value =
        number == null
            ? null
            : read(number.value(), Limit.PATIENT_IDENTIFIER, "identifier.value", wrong);
    String system =
        number == null
            ? null
            : read(number.system(), Limit.PATIENT_IDENTIFIER_SYSTEM, "identifier.system", wrong);
    if (system != null && (value == null || !isAbsoluteUri(system))) {
      wrong.putIfAbsent(
          "identifier.system", "Give an absolute URI, such as urn:oid:1.2.3, and a value with it.");
    }
    LocalDate birthDate = date(request.birthDate(), today, wrong);
    Sex sex = sex(request.sex(), wrong);
    if (!wrong.isEmpty()) {
      return new Checked.Invalid(wrong);
    }
    if (name == null && value == null && birthDate == null && sex == null) {
      return new Checked.Nobody();
    }
    return new Checked.Valid(
        new PatientIdentity(
            value == null ? null : new Identifier(system, value), name, birthDate, sex));
  }

  private static @Nullable String read(
      @Nullable String given, Limit longest, String field, Map<String, String> wrong) {
    if (given == null || given.isBlank()) {
      return null;
    }
    Optional<String> text =
        WrittenText.of(given, longest.most())
            // The same name is typed in more than one way; found is it in all of them.
            .map(written -> Normalizer.normalize(written, Normalizer.Form.NFC))
            .filter(written -> written.codePoints().noneMatch(PatientIdentity::misleads));
    if (text.isEmpty()) {
      wrong.put(field, "Give at most " + longest.most() + " characters on one line.");
    }
    return text.orElse(null);
  }

  /** Line ends, and what makes later words stand before earlier ones, which no name needs. */
  private static boolean misleads(int point) {
    return Character.isISOControl(point)
        || point == 0x2028
        || point == 0x2029
        || point >= 0x202A && point <= 0x202E
        || point >= 0x2066 && point <= 0x2069;
  }

  private static boolean isAbsoluteUri(String text) {
    try {
      return new URI(text).isAbsolute();
    } catch (URISyntaxException noUri) {
      return false;
    }
  }

  private static @Nullable LocalDate date(
      @Nullable String given, LocalDate today, Map<String, String> wrong) {
    if (given == null || given.isBlank()) {
      return null;
    }
    try {
      LocalDate date = LocalDate.parse(given);
      if (!date.isBefore(EARLIEST) && !date.isAfter(today)) {
        return date;
      }
    } catch (DateTimeException noDate) {
      // Said below.
    }
    wrong.put("birthDate", "Give a date of the past, such as 1956-02-29.");
    return null;
  }

  private static @Nullable Sex sex(@Nullable String given, Map<String, String> wrong) {
    if (given == null || given.isBlank()) {
      return null;
    }
    Optional<Sex> sex =
        Arrays.stream(Sex.values())
            .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(given))
            .findFirst();
    if (sex.isEmpty()) {
      wrong.put("sex", "Say female, male, other or unknown.");
    }
    return sex.orElse(null);
  }

  @Override
  public String toString() {
    return "PatientIdentity";
  }
}
