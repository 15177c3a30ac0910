package org.medicscribe.storage.note;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.medicscribe.events.SoapNote.SectionCode;
import org.medicscribe.events.SoapNote.SpeakerRole;

/**
 * What one version of a note says.
 *
 * @param sections in the order of the template, each code once
 * @param roles who each speaker label seemed to be to the latest draft
 */
public record Note(
    List<Section> sections, List<Omission> omissions, Map<String, SpeakerRole> roles) {

  /** Nothing is written yet. */
  public static final Note EMPTY = new Note(List.of(), List.of(), Map.of());

  /** One part of the note. */
  public record Section(SectionCode code, List<Statement> statements) {
    public Section {
      statements = List.copyOf(statements);
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
