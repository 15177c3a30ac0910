package org.medicscribe.soapnote.note;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.medicscribe.events.NoteEvent.TranscriptLine;
import org.medicscribe.events.SoapNote.SpeakerRole;

/** A transcript, its lines found by segment id and cut into sentences. */
public final class TranscriptIndex {

  private final List<TranscriptLine> lines;
  private final Map<String, SpeakerRole> roles;
  private final List<Sentence> sentences;
  private final Map<String, Integer> positions = new HashMap<>();
  private final Map<String, List<Sentence>> sentencesOfLine = new HashMap<>();

  public TranscriptIndex(List<TranscriptLine> lines) {
    this(lines, Map.of());
  }

  /**
   * @param roles who a speaker label is, where a person has said so
   */
  public TranscriptIndex(List<TranscriptLine> lines, Map<String, SpeakerRole> roles) {
    this.lines = List.copyOf(lines);
    this.roles = Map.copyOf(roles);
    List<Sentence> all = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      TranscriptLine line = lines.get(i);
      List<Sentence> cut = Sentence.of(line, all.size());
      positions.put(line.segment().value(), i);
      sentencesOfLine.put(line.segment().value(), cut);
      all.addAll(cut);
    }
    this.sentences = List.copyOf(all);
  }

  /** In the order they were spoken. */
  public List<TranscriptLine> lines() {
    return lines;
  }

  /** Who a speaker label is, where a person has said so. */
  public Map<String, SpeakerRole> roles() {
    return roles;
  }

  /** In the order they were spoken. */
  public List<Sentence> sentences() {
    return sentences;
  }

  public Optional<TranscriptLine> line(String segment) {
    return Optional.ofNullable(positions.get(segment)).map(lines::get);
  }

  /** The line spoken just before this one. */
  public Optional<TranscriptLine> before(TranscriptLine line) {
    return Optional.ofNullable(positions.get(line.segment().value()))
        .filter(position -> position > 0)
        .map(position -> lines.get(position - 1));
  }

  public List<Sentence> sentencesOf(TranscriptLine line) {
    return sentencesOfLine.getOrDefault(line.segment().value(), List.of());
  }

  public Optional<Sentence> sentenceAt(int position) {
    return position < 0 || position >= sentences.size()
        ? Optional.empty()
        : Optional.of(sentences.get(position));
  }

  public int wordCount() {
    return sentences.stream().mapToInt(sentence -> sentence.words().size()).sum();
  }
}
