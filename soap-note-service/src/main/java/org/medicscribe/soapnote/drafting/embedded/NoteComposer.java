package org.medicscribe.soapnote.drafting.embedded;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.medicscribe.events.NoteEvent.TranscriptLine;
import org.medicscribe.events.NotePart;
import org.medicscribe.events.NoteTemplate;
import org.medicscribe.events.ShippedTemplates;
import org.medicscribe.events.SoapNote.SpeakerRole;
import org.medicscribe.soapnote.note.Citation;
import org.medicscribe.soapnote.note.Draft;
import org.medicscribe.soapnote.note.DraftSection;
import org.medicscribe.soapnote.note.DraftStatement;
import org.medicscribe.soapnote.note.TranscriptIndex;

/**
 * Composes a draft out of a transcript's own words. The same transcript always gives the same
 * draft. Safe for use by several threads.
 */
final class NoteComposer {

  /** A single remark that resembles a note does not make one. */
  private static final int FEWEST_STATEMENTS = 2;

  private final SpeakerRoles roles;
  private final RemarkSplitter splitter;
  private final Embedder embedder;
  private final Relevance relevance;
  private final Selection selection;
  private final ClinicalWords words = new ClinicalWords();

  NoteComposer(
      SpeakerRoles roles,
      RemarkSplitter splitter,
      Embedder embedder,
      Relevance relevance,
      Selection selection) {
    this.roles = roles;
    this.splitter = splitter;
    this.embedder = embedder;
    this.relevance = relevance;
    this.selection = selection;
  }

  static NoteComposer trained(Embedder embedder) {
    return with(embedder, Relevance.load("relevance.tsv"));
  }

  static NoteComposer with(Embedder embedder, Relevance relevance) {
    return new NoteComposer(
        new SpeakerRoles(CueClassifier.load("voices.tsv")),
        new RemarkSplitter(
            CueClassifier.load("boundaries.tsv"), CueClassifier.load("questions.tsv")),
        embedder,
        relevance,
        Selection.standard());
  }

  /** In the shape that is written where nobody chose. */
  Draft compose(TranscriptIndex transcript) {
    return compose(transcript, ShippedTemplates.standard(), () -> false);
  }

  /**
   * Sections in the template's order, those with nothing to say left out; none at all if there is
   * no visit in the transcript.
   *
   * @throws CancellationException soon after {@code cancelled} says so
   */
  Draft compose(TranscriptIndex transcript, NoteTemplate template, BooleanSupplier cancelled) {
    List<Candidate> candidates = candidates(transcript.lines(), transcript.roles());
    List<Placement> placements = placed(candidates, cancelled);
    List<Placement> chosen = selection.choose(placements, transcript.wordCount());
    if (chosen.size() < FEWEST_STATEMENTS) {
      return new Draft(List.of(), rolesOf(transcript));
    }
    Filing filing = new Filing(template);
    List<DraftSection> sections = new ArrayList<>();
    for (NoteTemplate.Section section : template.sections()) {
      Map<String, DraftStatement> statements = new LinkedHashMap<>();
      chosen.stream()
          .filter(placement -> filing.isFor(section, placement))
          .map(Placement::candidate)
          .map(c -> new DraftStatement(c.text(), c.evidence()))
          .forEach(s -> statements.merge(s.text().toLowerCase(Locale.ROOT), s, NoteComposer::both));
      if (!statements.isEmpty()) {
        sections.add(
            new DraftSection(section.code(), Repetition.merged(List.copyOf(statements.values()))));
      }
    }
    return new Draft(sections, rolesOf(transcript));
  }

  /** Said twice, noted once. */
  private static DraftStatement both(DraftStatement first, DraftStatement again) {
    List<Citation> evidence = new ArrayList<>(first.evidence());
    again.evidence().stream().filter(each -> !evidence.contains(each)).forEach(evidence::add);
    return new DraftStatement(first.text(), evidence);
  }

  private Map<String, SpeakerRole> rolesOf(TranscriptIndex transcript) {
    return Companions.of(transcript.lines(), transcript.roles())
        .with(roles.roles(transcript.lines()));
  }

  List<Candidate> candidates(List<TranscriptLine> lines) {
    return candidates(lines, Map.of());
  }

  private List<Candidate> candidates(List<TranscriptLine> lines, Map<String, SpeakerRole> known) {
    Companions companions = Companions.of(lines, known);
    List<Remark> remarks =
        Turn.of(lines, roles.sides(lines, companions.with(known))).stream()
            .flatMap(turn -> splitter.split(turn).stream())
            .toList();
    return new CandidateWriter(lines, companions, words, remarks).write();
  }

  private List<Placement> placed(List<Candidate> candidates, BooleanSupplier cancelled) {
    List<Placement> placements = new ArrayList<>();
    for (Candidate candidate : candidates) {
      if (cancelled.getAsBoolean()) {
        throw new CancellationException("nobody waits for this draft");
      }
      float[] meaning = embedder.embed(candidate.text());
      Map<NotePart, Double> scores = relevance.scores(Features.of(candidate, meaning));
      placements.add(Placement.of(candidate, scores, meaning, words.emphasis(candidate.text())));
    }
    return placements;
  }
}
