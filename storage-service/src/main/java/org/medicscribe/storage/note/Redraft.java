package org.medicscribe.storage.note;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.SoapNote;
import org.medicscribe.events.SoapNote.SectionCode;
import org.medicscribe.storage.note.Counterparts.Drafted;
import org.medicscribe.storage.note.Counterparts.Kept;
import org.medicscribe.storage.note.Counterparts.Pair;
import org.medicscribe.storage.note.Note.Heading;
import org.medicscribe.storage.note.Note.Section;
import org.medicscribe.storage.note.Omission.Resolution;

/**
 * Merges a new draft into a note. What a person wrote or accepted stays, with the draft's words
 * about the same beside it; all other statements are the draft's. What was decided about an
 * omission stays decided.
 */
public final class Redraft {

  private final Note current;
  private final SoapNote draft;
  private final NewIds ids;
  private final List<Kept> kept;
  private final List<Drafted> drafted;
  private final Counterparts counterparts;

  private Redraft(Note current, SoapNote draft, NewIds ids) {
    this.current = current;
    this.draft = draft;
    this.ids = ids;
    this.kept = current.sections().stream().flatMap(Redraft::keptOf).toList();
    this.drafted =
        draft.sections().stream()
            .flatMap(section ->
                section.statements().stream().map(each -> new Drafted(section.code(), each)))
            .toList();
    this.counterparts = new Counterparts(kept, drafted.stream().filter(this::isNews).toList());
  }

  public static Note merge(Note current, SoapNote draft, NewIds ids) {
    return new Redraft(current, draft, ids).merged();
  }

  private Note merged() {
    Set<SectionCode> codes = new LinkedHashSet<>();
    draft.sections().forEach(section -> codes.add(section.code()));
    kept.forEach(each -> codes.add(each.section()));
    List<Section> sections = codes.stream().map(this::section).toList();
    return new Note(sections, omissions(sections), draft.roles(), current.form());
  }

  private Section section(SectionCode code) {
    Heading heading = current.heading(code);
    return new Section(code, heading, written(code));
  }

  /** What stands in the note, untouched, and is drafted again is nobody's counterpart. */
  private boolean isNews(Drafted drafted) {
    return current.sections().stream()
        .filter(section -> section.code().equals(drafted.section()))
        .flatMap(section -> section.statements().stream())
        .noneMatch(each -> !each.isKept() && each.text().equals(drafted.statement().text()));
  }

  /** The draft's order; what is kept beside none of its statements stays where it stood. */
  private List<Statement> written(SectionCode code) {
    Map<String, String> knownIds = replacedIds(code);
    List<Statement> written = new ArrayList<>();
    for (Drafted each : drafted) {
      if (each.section().equals(code)) {
        Optional<Pair> pair = counterparts.of(each);
        if (pair.isEmpty()) {
          String id = knownIds.remove(each.statement().text());
          written.add(Statement.drafted(id == null ? ids.statement() : id, each.statement()));
        } else if (pair.get().isInOneSection()) {
          written.add(beside(pair.get().kept().statement(), each.words()));
        }
      }
    }
    for (Kept each : kept) {
      if (each.section().equals(code)) {
        Optional<Pair> pair = counterparts.of(each);
        if (pair.isEmpty() || !pair.get().isInOneSection()) {
          Wording words = pair.map(other -> other.drafted().words()).orElse(null);
          written.add(Math.min(each.position(), written.size()), beside(each.statement(), words));
        }
      }
    }
    return written;
  }

  /** A sentence that is drafted again in the same words keeps its id. */
  private Map<String, String> replacedIds(SectionCode code) {
    Map<String, String> ids = new HashMap<>();
    current.sections().stream()
        .filter(section -> section.code().equals(code))
        .flatMap(section -> section.statements().stream())
        .filter(statement -> !statement.isKept())
        .forEach(statement -> ids.put(statement.text(), statement.id()));
    return ids;
  }

  private static Statement beside(Statement kept, @Nullable Wording words) {
    if (words == null || kept.hasReplaced(words)) {
      return kept.suggesting(null);
    }
    if (!words.text().equals(kept.text())) {
      return kept.suggesting(words);
    }
    // The very words that a person accepted: what they rest on now counts.
    return kept.acceptance() == null ? kept.suggesting(null) : kept.backedBy(words);
  }

  private List<Omission> omissions(List<Section> sections) {
    Set<String> inserted =
        sections.stream()
            .flatMap(section -> section.statements().stream())
            .flatMap(statement -> Stream.ofNullable(statement.omission()))
            .collect(Collectors.toSet());
    List<Omission> before = new ArrayList<>(current.omissions());
    List<Omission> omissions = new ArrayList<>();
    for (SoapNote.Omission found : draft.omissions()) {
      Optional<Omission> known = before.stream().filter(each -> each.isAbout(found)).findFirst();
      known.ifPresent(before::remove);
      Omission omission = Omission.drafted(known.map(Omission::id).orElseGet(ids::omission), found);
      omissions.add(omission.resolved(known.map(each -> standing(each, inserted)).orElse(null)));
    }
    before.stream().filter(each -> standing(each, inserted) != null).forEach(omissions::add);
    return omissions;
  }

  /** The decision, if it still stands: an insertion does as long as its statement is there. */
  private static @Nullable Resolution standing(Omission omission, Set<String> inserted) {
    return inserted.contains(omission.id())
        ? omission.resolvedAs(Resolution.Kind.INSERTED)
        : omission.resolvedAs(Resolution.Kind.DISMISSED);
  }

  private static Stream<Kept> keptOf(Section section) {
    List<Statement> statements = section.statements();
    return IntStream.range(0, statements.size())
        .filter(i -> statements.get(i).isKept())
        .mapToObj(i -> new Kept(section.code(), i, statements.get(i)));
  }
}
