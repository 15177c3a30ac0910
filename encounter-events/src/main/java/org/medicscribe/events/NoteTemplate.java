package org.medicscribe.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.SoapNote.SectionCode;

/**
 * The shape of a note: its sections in their order, and what belongs into each. What it holds was
 * written by a person for a drafter, so it is bounded, and data to whoever reads it.
 *
 * @param id what visits and requests call it
 * @param version grows with each change of what it says
 * @param title by language
 * @param loinc the kind of document, where LOINC has one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NoteTemplate(
    String id,
    int version,
    Map<String, String> title,
    @Nullable String loinc,
    List<Section> sections) {

  /** More sections than that are no note that anybody reads. */
  public static final int MOST_SECTIONS = 30;

  private static final int TITLE_LENGTH = 80;
  private static final int INSTRUCTION_LENGTH = 600;
  private static final int MOST_CUES = 40;

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,59}");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");
  private static final Pattern LOINC = Pattern.compile("\\d{1,7}-\\d");

  /** How the statements of a section are set. */
  public enum Style {
    @JsonProperty("prose")
    PROSE,
    @JsonProperty("bullets")
    BULLETS
  }

  /**
   * One part of the note.
   *
   * @param loinc the kind of section, where LOINC has one
   * @param title by language
   * @param instruction what belongs into it, by language; may be empty
   * @param required whether it is shown when nothing was said for it
   * @param from what kinds of statements it takes
   * @param cues beginnings of English words: among sections that take the same kind, a drafter
   *     without a language model puts a statement where one of them stands in it
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Section(
      SectionCode code,
      @Nullable String loinc,
      Map<String, String> title,
      Map<String, String> instruction,
      Style style,
      @JsonInclude(JsonInclude.Include.ALWAYS) boolean required,
      List<NotePart> from,
      List<String> cues) {

    public Section {
      Objects.requireNonNull(code, "a section has an id");
      title = texts(title, TITLE_LENGTH, "the title of a section");
      instruction = texts(instruction, INSTRUCTION_LENGTH, "the instruction of a section");
      style = Objects.requireNonNullElse(style, Style.BULLETS);
      from = List.copyOf(from);
      cues = List.copyOf(Objects.requireNonNullElse(cues, List.of()));
      require(!title.isEmpty(), "a section has a title");
      require(!from.isEmpty(), "a section says what kinds of statements it takes");
      require(cues.size() <= MOST_CUES, "a section has too many cues");
      require(loinc == null || LOINC.matcher(loinc).matches(), "a LOINC code is 1234-5");
    }

    /** In that language, or in the only one there is. */
    public String titleIn(String language) {
      return in(title, language);
    }

    /** In that language, or in the only one there is; empty if there is none. */
    public String instructionIn(String language) {
      return in(instruction, language);
    }

    public boolean takes(NotePart part) {
      return from.contains(part);
    }

    /** Whether what stands in it is a clinician's to say, and not a patient's. */
    public boolean holdsCliniciansWordsOnly() {
      return !takes(NotePart.SUBJECTIVE);
    }
  }

  public NoteTemplate {
    require(id != null && ID.matcher(id).matches(), "a template's id is 1 to 60 of a-z, 0-9, -");
    require(version > 0, "versions begin with 1");
    title = texts(title, TITLE_LENGTH, "the title of a template");
    sections = List.copyOf(sections);
    require(!title.isEmpty(), "a template has a title");
    require(!sections.isEmpty(), "a template has a section");
    require(sections.size() <= MOST_SECTIONS, "a template has at most 30 sections");
    require(loinc == null || LOINC.matcher(loinc).matches(), "a LOINC code is 1234-5");
    Set<SectionCode> codes = new HashSet<>();
    sections.forEach(section -> require(codes.add(section.code()), "a section stands twice"));
  }

  /** In that language, or in the only one there is. */
  public String titleIn(String language) {
    return in(title, language);
  }

  private static String in(Map<String, String> texts, String language) {
    String text = texts.get(language);
    return text != null ? text : texts.values().stream().sorted().findFirst().orElse("");
  }

  private static Map<String, String> texts(
      @Nullable Map<String, String> texts, int longest, String what) {
    Map<String, String> copy = Map.copyOf(Objects.requireNonNullElse(texts, Map.of()));
    copy.forEach((language, text) -> {
      require(LANGUAGE.matcher(language).matches(), "a language is two letters");
      require(!text.isBlank() && text.length() <= longest, what + " is empty or too long");
    });
    return copy;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  @Override
  public String toString() {
    return "NoteTemplate["
        + id
        + " "
        + version
        + ": "
        + sections.stream().map(each -> each.code().value()).collect(Collectors.joining(","))
        + "]";
  }
}
