package org.medicscribe.soapnote.drafting.embedded;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.medicscribe.events.NoteEvent.TranscriptLine;
import org.medicscribe.events.SoapNote.SpeakerRole;

/**
 * Infers who is the clinician from how people speak, not from what they are called.
 *
 * <p>Each line is weighed by itself and together with everything else said under its label, so a
 * line counts by itself where its label does not speak clearly, and alone where it has no label.
 */
final class SpeakerRoles {

  /** Log odds; no single line says more than this about itself. */
  private static final double LINE_LIMIT = 6;

  /** A label this clear decides for all of its lines. */
  private static final double LABEL_LIMIT = 4;

  private static final double CERTAIN = 2;

  private final CueClassifier voices;

  SpeakerRoles(CueClassifier voices) {
    this.voices = voices;
  }

  /** The side that speaks in each line. */
  List<SpeakerSide> sides(List<TranscriptLine> lines) {
    return sides(lines, Map.of());
  }

  /**
   * The side that speaks in each line.
   *
   * @param known who a label is, where a person has said so
   */
  List<SpeakerSide> sides(List<TranscriptLine> lines, Map<String, SpeakerRole> known) {
    Map<String, Double> labels = labelScores(lines);
    double baseline = labels.size() > 1 ? middle(labels) : 0;
    return lines.stream()
        .map(line ->
            Optional.ofNullable(line.speaker())
                .map(known::get)
                .map(SpeakerRoles::sideOf)
                .orElseGet(() -> sideOf(scoreOf(line, labels, baseline))))
        .toList();
  }

  /** Who comes with the patient speaks for the patient. */
  private static SpeakerSide sideOf(SpeakerRole role) {
    return switch (role) {
      case CLINICIAN -> SpeakerSide.CLINICIAN;
      case PATIENT, COMPANION, INTERPRETER, OTHER -> SpeakerSide.PATIENT;
    };
  }

  private static SpeakerSide sideOf(double score) {
    return score > 0 ? SpeakerSide.CLINICIAN : SpeakerSide.PATIENT;
  }

  /** The role of each label that speaks clearly enough to tell. */
  Map<String, SpeakerRole> roles(List<TranscriptLine> lines) {
    Map<String, Double> labels = labelScores(lines);
    if (labels.size() < 2) {
      return Map.of();
    }
    double baseline = middle(labels);
    Map<String, SpeakerRole> roles = new LinkedHashMap<>();
    labels.forEach((label, score) -> {
      double margin = score - baseline;
      if (Math.abs(margin) >= CERTAIN) {
        roles.put(label, margin > 0 ? SpeakerRole.CLINICIAN : SpeakerRole.PATIENT);
      }
    });
    return roles;
  }

  private double scoreOf(TranscriptLine line, Map<String, Double> labels, double baseline) {
    double own = clamp(score(line), LINE_LIMIT);
    if (line.speaker() == null || labels.size() < 2) {
      return own;
    }
    double label = Objects.requireNonNull(labels.get(line.speaker())) - baseline;
    return own + clamp(label, LABEL_LIMIT) * LINE_LIMIT / LABEL_LIMIT;
  }

  private Map<String, Double> labelScores(List<TranscriptLine> lines) {
    Map<String, Double> sums = new HashMap<>();
    for (TranscriptLine line : lines) {
      if (line.speaker() != null) {
        sums.merge(line.speaker(), score(line), Double::sum);
      }
    }
    return sums;
  }

  /** Between the most and the least clinician-like label: it takes two to have a consultation. */
  private static double middle(Map<String, Double> labels) {
    double most = labels.values().stream().mapToDouble(x -> x).max().orElse(0);
    double least = labels.values().stream().mapToDouble(x -> x).min().orElse(0);
    return (most + least) / 2;
  }

  private double score(TranscriptLine line) {
    List<String> words =
        Token.of(line.text(), 0).stream().filter(t -> !t.isMark()).map(Token::lower).toList();
    return words.isEmpty() ? 0 : voices.score(Cues.ofVoice(words));
  }

  private static double clamp(double value, double limit) {
    return Math.clamp(value, -limit, limit);
  }
}
