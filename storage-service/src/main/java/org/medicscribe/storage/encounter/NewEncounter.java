package org.medicscribe.storage.encounter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.medicscribe.edge.catalogue.Limit;
import org.medicscribe.events.NoteTemplate;
import org.medicscribe.events.ShippedTemplates;

/** What a visit is created from, within its limits. */
public record NewEncounter(
    String patientLabel,
    @Nullable String visitType,
    String language,
    String template,
    List<String> keyTerms,
    @Nullable PatientIdentity patient) {

  private static final int LABEL_LENGTH = Limit.PATIENT_LABEL.most();
  private static final int VISIT_TYPE_LENGTH = Limit.VISIT_TYPE.most();
  private static final int KEY_TERMS = Limit.KEY_TERMS.most();
  private static final int KEY_TERM_LENGTH = Limit.KEY_TERM.most();
  private static final int KEY_TERMS_LENGTH = Limit.KEY_TERMS_IN_ALL.most();

  private static final Set<String> LANGUAGES = Set.of("en", "es", "multi");

  /** What to do about a template that there is not. */
  public static final String TEMPLATES =
      "Choose one of: "
          + ShippedTemplates.all().stream().map(NoteTemplate::id).collect(Collectors.joining(", "))
          + ".";

  /** What comes of checking a request. */
  public sealed interface Checked {

    record Valid(NewEncounter encounter) implements Checked {}

    /**
     * The request breaks a limit.
     *
     * @param fields what to change, by field; never what was sent
     */
    record Invalid(Map<String, String> fields) implements Checked {}
  }

  /** The request as it came, every field possibly absent. */
  public record Request(
      @Nullable String patientLabel,
      @Nullable String visitType,
      @Nullable String language,
      @Nullable String template,
      @Nullable List<@Nullable String> keyTerms,
      PatientIdentity.@Nullable Request patient) {
    @Override
    public String toString() {
      return "Request";
    }
  }

  /**
   * @param today where the day is furthest on
   */
  public static Checked check(Request request, LocalDate today) {
    Map<String, String> wrong = new LinkedHashMap<>();
    String label = strip(request.patientLabel());
    if (label == null || label.length() > LABEL_LENGTH || hasControl(label)) {
      wrong.put("patientLabel", "Give 1 to " + LABEL_LENGTH + " characters on one line.");
    }
    String visitType = strip(request.visitType());
    if (visitType != null && (visitType.length() > VISIT_TYPE_LENGTH || hasControl(visitType))) {
      wrong.put("visitType", "Give at most " + VISIT_TYPE_LENGTH + " characters on one line.");
    }
    String language = Objects.requireNonNullElse(request.language(), "en");
    if (!LANGUAGES.contains(language)) {
      wrong.put("language", "Choose en, es or multi.");
    }
    String template =
        Objects.requireNonNullElseGet(request.template(), ShippedTemplates.standard()::id);
    if (ShippedTemplates.find(template).isEmpty()) {
      wrong.put("template", TEMPLATES);
    }
    List<String> terms = terms(request.keyTerms());
    if (!termsFit(terms)) {
      wrong.put(
          "keyTerms",
          "Give at most %d terms of at most %d characters each, %d in total."
              .formatted(KEY_TERMS, KEY_TERM_LENGTH, KEY_TERMS_LENGTH));
    }
    PatientIdentity patient = null;
    if (request.patient() != null) {
      switch (PatientIdentity.check(request.patient(), today)) {
        case PatientIdentity.Checked.Valid(PatientIdentity valid) -> patient = valid;
        case PatientIdentity.Checked.Nobody() -> {}
        case PatientIdentity.Checked.Invalid(Map<String, String> fields) ->
            fields.forEach((field, advice) -> wrong.put("patient." + field, advice));
      }
    }
    if (label == null || !wrong.isEmpty()) {
      return new Checked.Invalid(new TreeMap<>(wrong));
    }
    return new Checked.Valid(
        new NewEncounter(label, visitType, language, template, terms, patient));
  }

  private static boolean termsFit(List<String> terms) {
    return terms.size() <= KEY_TERMS
        && terms.stream().noneMatch(term -> term.length() > KEY_TERM_LENGTH || hasControl(term))
        && terms.stream().mapToInt(String::length).sum() <= KEY_TERMS_LENGTH;
  }

  /** Without blanks and repetitions, which nobody means. */
  private static List<String> terms(@Nullable List<@Nullable String> given) {
    List<String> terms = new ArrayList<>();
    for (String term : Objects.requireNonNullElse(given, List.<@Nullable String>of())) {
      String stripped = strip(term);
      if (stripped != null && !terms.contains(stripped)) {
        terms.add(stripped);
      }
    }
    return List.copyOf(terms);
  }

  private static @Nullable String strip(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static boolean hasControl(String text) {
    return text.chars().anyMatch(Character::isISOControl);
  }

  @Override
  public String toString() {
    return "NewEncounter[language=" + language + ", template=" + template + "]";
  }
}
