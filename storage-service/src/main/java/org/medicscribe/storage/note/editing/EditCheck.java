package org.medicscribe.storage.note.editing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.medicscribe.edge.catalogue.Limit;
import org.medicscribe.storage.note.NoteEdit;
import org.medicscribe.storage.note.NoteEdit.OmissionEdit;
import org.medicscribe.storage.note.NoteEdit.SectionEdit;
import org.medicscribe.storage.note.NoteEdit.StatementEdit;
import org.medicscribe.storage.note.Omission.Resolution.Kind;
import org.medicscribe.storage.text.WrittenText;

/** Holds the body of a save against the limits of a note. */
final class EditCheck {

  static final int STATEMENTS = 200;
  static final int TEXT_LENGTH = Limit.STATEMENT.most();
  static final int REASON_LENGTH = Limit.OMISSION_REASON.most();

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  /** What comes of it. */
  sealed interface Checked {

    record Valid(NoteEdit edit) implements Checked {}

    /**
     * The body breaks a limit.
     *
     * @param fields what to change, by field; never what was sent
     */
    record Invalid(Map<String, String> fields) implements Checked {}
  }

  private final Map<String, String> wrong = new LinkedHashMap<>();
  private final Set<Object> named = new HashSet<>();
  private int statements;

  private EditCheck() {}

  static Checked check(EditRequest request) {
    return new EditCheck().checked(request);
  }

  private Checked checked(EditRequest request) {
    if (request.sections() == null) {
      return new Checked.Invalid(Map.of("sections", "Send the sections of the note."));
    }
    List<SectionEdit> sections = sections(request.sections());
    List<OmissionEdit> omissions = omissions(listed(request.omissions()));
    if (statements > STATEMENTS) {
      wrong.put("sections", "Keep a note to " + STATEMENTS + " statements.");
    }
    return wrong.isEmpty()
        ? new Checked.Valid(new NoteEdit(sections, omissions))
        : new Checked.Invalid(wrong);
  }

  private List<SectionEdit> sections(List<EditRequest.@Nullable Section> given) {
    List<SectionEdit> sections = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      EditRequest.Section section = given.get(i);
      String field = "sections[" + i + "]";
      if (section == null || section.code() == null || !named.add(section.code())) {
        wrong.put(field + ".code", "Name each section once.");
      } else {
        sections.add(
            new SectionEdit(section.code(), statements(listed(section.statements()), field)));
      }
    }
    return sections;
  }

  private List<StatementEdit> statements(
      List<EditRequest.@Nullable Statement> given, String section) {
    List<StatementEdit> edits = new ArrayList<>();
    statements += given.size();
    for (int i = 0; i < given.size(); i++) {
      EditRequest.Statement statement = given.get(i);
      String field = section + ".statements[" + i + "]";
      Optional<String> text =
          statement == null ? Optional.empty() : WrittenText.of(statement.text(), TEXT_LENGTH);
      if (text.isEmpty()) {
        wrong.put(field + ".text", "Give 1 to " + TEXT_LENGTH + " characters, or no statement.");
      } else if (statement.id() != null && !ID.matcher(statement.id()).matches()) {
        wrong.put(field + ".id", "Name a statement of this note, or none for a new one.");
      } else if (statement.id() != null && !named.add(statement.id())) {
        wrong.put(field + ".id", "Name each statement once.");
      } else {
        edits.add(
            new StatementEdit(
                statement.id(),
                text.get(),
                statement.accepted(),
                statement.use() == null ? null : statement.use().choice(),
                statement.omission()));
      }
    }
    return edits;
  }

  private List<OmissionEdit> omissions(List<EditRequest.@Nullable Omission> given) {
    List<OmissionEdit> edits = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      EditRequest.Omission omission = given.get(i);
      String field = "omissions[" + i + "]";
      if (omission == null || omission.id() == null || !named.add(omission.id())) {
        wrong.put(field + ".id", "Name each omission once.");
      } else {
        edits.add(new OmissionEdit(omission.id(), reason(omission.resolution(), field)));
      }
    }
    return edits;
  }

  private static <T extends @Nullable Object> List<T> listed(@Nullable List<T> given) {
    return given == null ? List.of() : given;
  }

  private @Nullable String reason(EditRequest.@Nullable Resolved resolution, String field) {
    if (resolution == null || resolution.kind() == Kind.INSERTED) {
      return null;
    }
    if (resolution.kind() == null) {
      wrong.put(field + ".resolution.kind", "Say inserted or dismissed.");
      return null;
    }
    Optional<String> reason = WrittenText.of(resolution.reason(), REASON_LENGTH);
    if (reason.isEmpty()) {
      wrong.put(
          field + ".resolution.reason",
          "Say why it is not in the note, in 1 to " + REASON_LENGTH + " characters.");
    }
    return reason.orElse(null);
  }
}
