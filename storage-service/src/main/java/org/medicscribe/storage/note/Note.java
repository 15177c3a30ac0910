package org.medicscribe.storage.note;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.NotePart;
import org.medicscribe.events.NoteTemplate;
import org.medicscribe.events.NoteTemplate.Style;
import org.medicscribe.events.SoapNote.SectionCode;
import org.medicscribe.events.SoapNote.SpeakerRole;

/**
 * What one version of a note says.
 *
 * @param sections in the order of the template, each code once
 * @param roles who each speaker label seemed to be to the latest draft
 * @param form what kind of note it is; null if nothing is written, and for notes of before V12
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Note(
    List<Section> sections,
    List<Omission> omissions,
    Map<String, SpeakerRole> roles,
    @Nullable Form form) {

  /** Nothing is written yet. */
  public static final Note EMPTY = new Note(List.of(), List.of(), Map.of());

  /**
   * The template that the note was written with, as it stood then.
   *
   * @param title in the language of the note
   * @param loinc the kind of document, where LOINC has one
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Form(String template, int version, String title, @Nullable String loinc) {}

  /**
   * What stands over a section, and how it is set.
   *
   * @param title in the language of the note
   * @param loinc the kind of section, where LOINC has one
   * @param required whether it is shown when nothing is written in it
   * @param from what kinds of statements belong there
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Heading(
      String title, @Nullable String loinc, Style style, boolean required, List<NotePart> from) {
    public Heading {
      from = List.copyOf(from);
    }
  }

  /**
   * One part of the note.
   *
   * @param heading null in notes of before V12
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Section(SectionCode code, @Nullable Heading heading, List<Statement> statements) {
    public Section {
      statements = List.copyOf(statements);
    }

    public String title() {
      return heading == null ? code.value() : heading.title();
    }

    public boolean readsAsProse() {
      return heading != null && heading.style() == Style.PROSE;
    }

    /** Whether there is anything to show: a section that is required says that nothing is noted. */
    public boolean hasWords() {
      return !statements.isEmpty() || heading == null || heading.required();
    }
  }

  /**
   * How much stands between the note and a signature.
   *
   * @param unsupported statements that nothing backs and nobody has accepted
   * @param omissions that nobody has decided about
   */
  public record Open(int unsupported, int omissions) {}

  public Note {
    sections = List.copyOf(sections);
    omissions = List.copyOf(omissions);
    roles = Map.copyOf(roles);
  }

  public Note(List<Section> sections, List<Omission> omissions, Map<String, SpeakerRole> roles) {
    this(sections, omissions, roles, null);
  }

  /** With all sections of the template, and nothing in them. */
  public static Note blank(NoteTemplate template, NoteLanguage language) {
    List<Section> sections =
        template.sections().stream()
            .map(section -> new Section(section.code(), null, List.of()))
            .toList();
    return new Note(sections, List.of(), Map.of()).in(template, language);
  }

  /** The same in the form of that template; sections that it does not have keep their heading. */
  public Note in(NoteTemplate template, NoteLanguage language) {
    String tag = language.code();
    List<Section> headed =
        sections.stream()
            .map(section ->
                template.sections().stream()
                    .filter(each -> each.code().equals(section.code()))
                    .findFirst()
                    .map(each ->
                        new Section(section.code(), heading(each, tag), section.statements()))
                    .orElse(section))
            .toList();
    Form written =
        new Form(template.id(), template.version(), template.titleIn(tag), template.loinc());
    return new Note(headed, omissions, roles, written);
  }

  private static Heading heading(NoteTemplate.Section section, String language) {
    return new Heading(
        section.titleIn(language),
        section.loinc(),
        section.style(),
        section.required(),
        section.from());
  }

  @Nullable Heading heading(SectionCode code) {
    for (Section section : sections) {
      if (section.code().equals(code)) {
        return section.heading();
      }
    }
    return null;
  }

  public Stream<Statement> statements() {
    return sections.stream().flatMap(section -> section.statements().stream());
  }

  /** Ids of the statements that a person has to accept, change or remove. */
  public List<String> unsupported() {
    return statements().filter(Statement::awaitsDecision).map(Statement::id).toList();
  }

  /** Ids of the omissions that a person has to insert or dismiss. */
  public List<String> unresolved() {
    return omissions.stream()
        .filter(omission -> omission.resolution() == null)
        .map(Omission::id)
        .toList();
  }

  public Open open() {
    return new Open(unsupported().size(), unresolved().size());
  }

  @Override
  public String toString() {
    return "Note[statements=" + statements().count() + ", omissions=" + omissions.size() + "]";
  }
}
