package org.medicscribe.storage.note;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.SoapNote.SectionCode;
import org.medicscribe.storage.note.Note.Section;
import org.medicscribe.storage.note.NoteEdit.Choice;
import org.medicscribe.storage.note.NoteEdit.OmissionEdit;
import org.medicscribe.storage.note.NoteEdit.SectionEdit;
import org.medicscribe.storage.note.NoteEdit.StatementEdit;
import org.medicscribe.storage.note.Omission.Resolution;
import org.medicscribe.storage.note.Statement.Acceptance;

/**
 * Merges what a person saves into a note. The person decides about words, order, acceptance and
 * omissions; evidence and verification come from the versions before, never from the person.
 */
public final class Editing {

  /** What comes of an edit. */
  public sealed interface Outcome {

    record Edited(Note note) implements Outcome {}

    /**
     * The edit is about something the note does not have.
     *
     * @param fields what to change, by field; never what was sent
     */
    record Misfit(Map<String, String> fields) implements Outcome {}
  }

  private final Note current;
  private final NewIds ids;
  private final Acceptance decision;
  private final Map<String, Statement> known = new HashMap<>();
  private final Map<String, Omission> omissions;
  private final Map<String, String> misfits = new LinkedHashMap<>();

  /**
   * @param removed statements of earlier versions that the edit brings back
   * @param ids of the version that the edit makes
   * @param decision who edits, and when
   */
  public Editing(Note current, List<Statement> removed, NewIds ids, Acceptance decision) {
    this.current = current;
    this.ids = ids;
    this.decision = decision;
    removed.forEach(statement -> known.put(statement.id(), statement));
    current.statements().forEach(statement -> known.put(statement.id(), statement));
    this.omissions =
        current.omissions().stream().collect(Collectors.toMap(Omission::id, Function.identity()));
  }

  /** Ids that the edit names and the note does not have: removed earlier, or never there. */
  public static Set<String> unknownIn(Note note, NoteEdit edit) {
    Set<String> ids =
        edit.sections().stream()
            .flatMap(section -> section.statements().stream())
            .flatMap(statement -> Stream.ofNullable(statement.id()))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    note.statements().map(Statement::id).forEach(ids::remove);
    return ids;
  }

  public Outcome apply(NoteEdit edit) {
    Map<SectionCode, List<Statement>> written = new LinkedHashMap<>();
    current.sections().forEach(section -> written.put(section.code(), List.of()));
    int position = 0;
    for (SectionEdit section : edit.sections()) {
      String field = "sections[" + position++ + "]";
      if (!written.containsKey(section.code()) && !section.statements().isEmpty()) {
        misfits.put(field + ".code", "Name a section of this note.");
      }
      written.put(section.code(), statements(section, field));
    }
    List<Section> sections =
        current.sections().stream()
            .map(section ->
                new Section(
                    section.code(),
                    section.heading(),
                    written.getOrDefault(section.code(), List.of())))
            .toList();
    Note note =
        new Note(sections, decided(edit.omissions(), sections), current.roles(), current.form());
    return misfits.isEmpty() ? new Outcome.Edited(note) : new Outcome.Misfit(misfits);
  }

  private List<Statement> statements(SectionEdit section, String field) {
    List<Statement> statements = new ArrayList<>();
    for (StatementEdit edit : section.statements()) {
      String place = field + ".statements[" + statements.size() + "]";
      statements.add(edit.id() == null ? written(edit, place) : changed(edit.id(), edit, place));
    }
    return statements;
  }

  private Statement written(StatementEdit edit, String place) {
    String wanted = edit.omission();
    if (wanted == null) {
      return Statement.added(ids.statement(), edit.text());
    }
    Omission omission = omissions.get(wanted);
    if (omission == null) {
      misfits.put(place + ".omission", "Name an omission of this note.");
      return Statement.added(ids.statement(), edit.text());
    }
    return Statement.inserted(ids.statement(), edit.text(), omission);
  }

  private Statement changed(String id, StatementEdit edit, String place) {
    Statement before = known.get(id);
    if (before == null) {
      misfits.put(place + ".id", "Name a statement of this note, or none for a new one.");
      return Statement.added(ids.statement(), edit.text());
    }
    if (edit.use() == Choice.SUGGESTION) {
      if (before.suggestion() == null) {
        misfits.put(place + ".use", "There is no suggestion for this statement.");
        return before;
      }
      return accepting(before.taking(before.suggestion()), edit);
    }
    Statement said = before.saying(edit.text());
    return accepting(edit.use() == Choice.MINE ? said.suggesting(null) : said, edit);
  }

  private Statement accepting(Statement statement, StatementEdit edit) {
    if (!edit.accepted()) {
      return statement.notAccepted();
    }
    return statement.awaitsDecision() ? statement.accepted(decision) : statement;
  }

  /** An omission is inserted for as long as a statement that was inserted for it is there. */
  private List<Omission> decided(List<OmissionEdit> edits, List<Section> sections) {
    Set<String> inserted =
        sections.stream()
            .flatMap(section -> section.statements().stream())
            .map(Statement::omission)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    Map<String, OmissionEdit> wanted =
        edits.stream().collect(Collectors.toMap(OmissionEdit::id, Function.identity()));
    wanted.keySet().stream()
        .filter(id -> !omissions.containsKey(id))
        .findFirst()
        .ifPresent(id -> misfits.put("omissions", "Name omissions of this note only."));
    return current.omissions().stream()
        .map(omission ->
            inserted.contains(omission.id())
                ? omission.resolved(insertion(omission))
                : omission.resolved(
                    dismissal(omission, Optional.ofNullable(wanted.get(omission.id())))))
        .toList();
  }

  private Resolution insertion(Omission omission) {
    Resolution before = omission.resolvedAs(Resolution.Kind.INSERTED);
    return before == null
        ? new Resolution(Resolution.Kind.INSERTED, null, decision.by(), decision.at())
        : before;
  }

  private @Nullable Resolution dismissal(Omission omission, Optional<OmissionEdit> edit) {
    Resolution before = omission.resolvedAs(Resolution.Kind.DISMISSED);
    if (edit.isEmpty()) {
      return before;
    }
    String reason = edit.get().dismissedBecause();
    if (reason == null || (before != null && reason.equals(before.reason()))) {
      return reason == null ? null : before;
    }
    return new Resolution(Resolution.Kind.DISMISSED, reason, decision.by(), decision.at());
  }
}
