package org.medicscribe.soapnote.drafting.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.medicscribe.events.SoapNote.Section;
import org.medicscribe.events.SoapNote.SectionCode;
import org.medicscribe.events.SoapNote.Statement;
import org.medicscribe.events.SoapNote.Verification;
import org.medicscribe.soapnote.drafting.DraftRequest;
import org.medicscribe.soapnote.note.Draft;
import org.medicscribe.soapnote.note.DraftSection;
import org.medicscribe.soapnote.note.DraftStatement;
import org.medicscribe.soapnote.verification.NoteVerifier;

/**
 * The statements of a draft that the review finds unsupported, with its reasons, to be put right or
 * withdrawn by the model once. What still fails then is shown to the clinician as it is.
 */
final class Reconsideration {

  /** A draft with more failing statements is beyond repair; the first ones are sent back. */
  private static final int MOST = 20;

  private static final ObjectMapper JSON = new ObjectMapper();

  private record Failing(SectionCode section, DraftStatement statement, List<String> reasons) {}

  private final Draft draft;
  private final List<Failing> failing;

  private Reconsideration(Draft draft, List<Failing> failing) {
    this.draft = draft;
    this.failing = failing;
  }

  static Reconsideration of(ModelDraft answer, DraftRequest request, NoteVerifier verifier) {
    List<Failing> failing = new ArrayList<>();
    List<Section> reviewed =
        verifier.verify(
            answer.draft(), request.template(), request.language(), request.transcript());
    for (Section section : reviewed) {
      List<DraftStatement> drafted =
          answer.draft().sections().stream()
              .filter(own -> own.code().equals(section.code()))
              .flatMap(own -> own.statements().stream())
              .toList();
      for (int i = 0; i < drafted.size(); i++) {
        List<String> reasons = reasons(section.statements().get(i), answer, drafted.get(i));
        if (!reasons.isEmpty() && failing.size() < MOST) {
          failing.add(new Failing(section.code(), drafted.get(i), reasons));
        }
      }
    }
    return new Reconsideration(answer.draft(), failing);
  }

  private static List<String> reasons(
      Statement reviewed, ModelDraft answer, DraftStatement drafted) {
    Verification verification = reviewed.verification();
    Stream<String> found =
        verification.status() == Verification.Status.UNSUPPORTED
            ? verification.findings().stream()
                .map(finding -> (finding.rule() + ": " + finding.detail()).strip())
            : Stream.of();
    return Stream.concat(found, answer.contradictions(drafted).stream()).toList();
  }

  boolean isNeeded() {
    return !failing.isEmpty();
  }

  /** One JSON object a line, numbered from one. */
  String asked() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < failing.size(); i++) {
      Failing each = failing.get(i);
      ObjectNode line = JSON.createObjectNode().put("number", i + 1);
      line.put("section", each.section.value());
      line.put("statement", each.statement.text());
      var evidence = line.putArray("evidence");
      each.statement
          .evidence()
          .forEach(
              quote -> evidence.addObject().put("in", quote.segment()).put("quote", quote.quote()));
      each.reasons.forEach(line.putArray("reasons")::add);
      lines.add(line.toString());
    }
    return String.join("\n", lines);
  }

  /** The draft with what the answer puts right and without what it withdraws. */
  Draft mended(String answer) {
    Map<DraftStatement, Optional<DraftStatement>> corrections = corrections(answer);
    List<DraftSection> sections =
        draft.sections().stream()
            .map(section ->
                new DraftSection(
                    section.code(),
                    section.statements().stream()
                        .flatMap(statement ->
                            corrections.getOrDefault(statement, Optional.of(statement)).stream())
                        .toList()))
            .toList();
    return new Draft(sections, draft.roles());
  }

  private Map<DraftStatement, Optional<DraftStatement>> corrections(String answer) {
    Map<DraftStatement, Optional<DraftStatement>> corrections = new HashMap<>();
    for (JsonNode correction : parsed(answer).path("corrections")) {
      int number = correction.path("number").asInt(0);
      if (number >= 1 && number <= failing.size()) {
        String text = correction.path("text").asText("").strip();
        corrections.put(
            failing.get(number - 1).statement,
            text.isEmpty()
                ? Optional.empty()
                : Optional.of(
                    new DraftStatement(text, DraftReader.citations(correction.path("evidence")))));
      }
    }
    return corrections;
  }

  private static JsonNode parsed(String answer) {
    try {
      return JSON.readTree(answer);
    } catch (JsonProcessingException noJson) {
      return JSON.missingNode();
    }
  }

  @Override
  public String toString() {
    return "Reconsideration[failing="
        + failing.stream().map(f -> f.section.value()).collect(Collectors.joining(","))
        + "]";
  }
}
