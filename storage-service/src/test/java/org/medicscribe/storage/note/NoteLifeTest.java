package org.medicscribe.storage.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.medicscribe.events.SoapNote;
import org.medicscribe.events.SoapNote.Verification.Status;
import org.medicscribe.storage.note.NoteEdit.Choice;
import org.medicscribe.storage.note.NoteEdit.OmissionEdit;
import org.medicscribe.storage.note.NoteEdit.SectionEdit;
import org.medicscribe.storage.note.NoteEdit.StatementEdit;
import org.medicscribe.storage.note.Statement.Acceptance;
import org.medicscribe.storage.note.Statement.Origin;

/** What holds for a note through any order of drafts and edits; the seed names a failing life. */
class NoteLifeTest {

  private static final int STEPS = 100;
  private static final Acceptance RIVERA = new Acceptance("Dr Rivera", Instant.EPOCH);

  static LongStream seeds() {
    return LongStream.range(0, 50);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void shouldKeepEveryPromiseThroughAWholeLife(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    Note note = Note.EMPTY;
    Set<String> everGiven = new HashSet<>();
    Set<Object> drafters = new HashSet<>();
    for (int version = 1; version <= STEPS; version++) {
      Note before = note;
      if (random.nextBoolean()) {
        SoapNote draft = Drafts.any(random);
        draft.sections().stream()
            .flatMap(section -> section.statements().stream())
            .forEach(each -> drafters.add(words(each)));
        note = Redraft.merge(before, draft, new NewIds(version));
        assertNothingOfAPersonIsLost(before, note);
        assertTheDraftIsAllThere(draft, note);
        assertDecisionsAboutOmissionsStand(before, note);
      } else {
        NoteEdit edit = anyEdit(before, random);
        Editing editing = new Editing(before, List.of(), new NewIds(version), RIVERA);
        note = ((Editing.Outcome.Edited) editing.apply(edit)).note();
        assertTheNoteReadsAsWritten(edit, before, note);
      }
      assertVerificationIsNobodysButTheDrafters(note, drafters);
      assertIdsAreUniqueAndNeverGivenAgain(before, note, everGiven);
      assertInsertedOmissionsHaveTheirStatement(note);
    }
  }

  private static void assertNothingOfAPersonIsLost(Note before, Note after) {
    Map<String, Statement> there = byId(after);
    before
        .statements()
        .filter(statement -> statement.origin() != Origin.DRAFT || statement.acceptance() != null)
        .forEach(person -> {
          assertThat(there.get(person.id()))
              .isNotNull()
              .extracting(Statement::text, Statement::origin)
              .containsExactly(person.text(), person.origin());
        });
  }

  /** As a statement, as a suggestion, in the very words that a person chose, or has changed. */
  private static void assertTheDraftIsAllThere(SoapNote draft, Note after) {
    Set<String> readable =
        after
            .statements()
            .flatMap(each ->
                Stream.concat(
                    Stream.of(each.text()),
                    Stream.of(each.suggestion(), each.original())
                        .filter(Objects::nonNull)
                        .map(Wording::text)))
            .collect(Collectors.toSet());
    draft.sections().stream()
        .flatMap(section -> section.statements().stream())
        .forEach(each -> assertThat(readable).contains(each.text()));
  }

  private static void assertDecisionsAboutOmissionsStand(Note before, Note after) {
    Map<String, Omission> there =
        after.omissions().stream().collect(Collectors.toMap(Omission::id, each -> each));
    before.omissions().stream()
        .filter(each -> each.resolvedAs(Omission.Resolution.Kind.DISMISSED) != null)
        .forEach(each ->
            assertThat(there.get(each.id()))
                .extracting(Omission::resolution)
                .isEqualTo(each.resolution()));
  }

  private static void assertTheNoteReadsAsWritten(NoteEdit edit, Note before, Note after) {
    Map<String, Statement> was = byId(before);
    for (SectionEdit section : edit.sections()) {
      List<String> wanted =
          section.statements().stream()
              .map(each ->
                  each.use() == Choice.SUGGESTION ? suggested(was.get(each.id())) : each.text())
              .toList();
      assertThat(
              after.sections().stream()
                  .filter(each -> each.code() == section.code())
                  .flatMap(each -> each.statements().stream())
                  .map(Statement::text))
          .isEqualTo(wanted);
    }
  }

  private static String suggested(@Nullable Statement statement) {
    return Optional.ofNullable(statement)
        .map(Statement::suggestion)
        .map(Wording::text)
        .orElseThrow();
  }

  private static void assertVerificationIsNobodysButTheDrafters(Note note, Set<Object> drafters) {
    note.statements()
        .filter(each -> each.verification() != null)
        .forEach(each ->
            assertThat(drafters)
                .contains(List.of(each.text(), each.evidence(), each.verification())));
    note.statements()
        .filter(each -> each.origin() != Origin.DRAFT)
        .forEach(each -> assertThat(each.verification()).isNull());
    assertThat(note.open().unsupported())
        .isEqualTo(
            (int)
                note.statements()
                    .filter(each ->
                        each.verification() != null
                            && each.verification().status() == Status.UNSUPPORTED
                            && each.acceptance() == null)
                    .count());
  }

  private static void assertIdsAreUniqueAndNeverGivenAgain(
      Note before, Note after, Set<String> everGiven) {
    List<String> ids =
        Stream.concat(
                after.statements().map(Statement::id), after.omissions().stream().map(Omission::id))
            .toList();
    assertThat(ids).doesNotHaveDuplicates();
    Set<String> fresh = new HashSet<>(ids);
    fresh.removeAll(byId(before).keySet());
    before.omissions().forEach(each -> fresh.remove(each.id()));
    assertThat(fresh).noneMatch(everGiven::contains);
    everGiven.addAll(fresh);
  }

  private static void assertInsertedOmissionsHaveTheirStatement(Note note) {
    Set<String> inserted =
        note.statements()
            .flatMap(each -> Stream.ofNullable(each.omission()))
            .collect(Collectors.toSet());
    note.omissions().stream()
        .filter(each -> each.resolvedAs(Omission.Resolution.Kind.INSERTED) != null)
        .forEach(each -> assertThat(inserted).contains(each.id()));
  }

  private static NoteEdit anyEdit(Note note, RandomGenerator random) {
    List<SectionEdit> sections = new ArrayList<>();
    for (Note.Section section : note.sections()) {
      List<StatementEdit> statements = new ArrayList<>();
      for (Statement statement : section.statements()) {
        if (random.nextInt(8) > 0) {
          statements.add(anyEdit(statement, random));
        }
      }
      if (random.nextInt(3) == 0) {
        String omission =
            note.omissions().isEmpty() || random.nextBoolean()
                ? null
                : note.omissions().get(random.nextInt(note.omissions().size())).id();
        statements.add(
            new StatementEdit(null, "written " + random.nextInt(9), false, null, omission));
      }
      sections.add(new SectionEdit(section.code(), statements));
    }
    List<OmissionEdit> omissions =
        note.omissions().stream()
            .filter(each -> random.nextBoolean())
            .map(each -> new OmissionEdit(each.id(), random.nextBoolean() ? "known" : null))
            .toList();
    return new NoteEdit(sections, omissions);
  }

  private static StatementEdit anyEdit(Statement statement, RandomGenerator random) {
    Choice use =
        switch (random.nextInt(4)) {
          case 0 -> statement.suggestion() == null ? null : Choice.SUGGESTION;
          case 1 -> Choice.MINE;
          default -> null;
        };
    String text = random.nextInt(3) == 0 ? "written " + random.nextInt(9) : statement.text();
    return new StatementEdit(statement.id(), text, random.nextBoolean(), use, null);
  }

  private static Object words(SoapNote.Statement statement) {
    return List.of(statement.text(), statement.evidence(), statement.verification());
  }

  private static Map<String, Statement> byId(Note note) {
    Map<String, Statement> statements = new HashMap<>();
    note.statements().forEach(each -> statements.put(each.id(), each));
    return statements;
  }
}
