package org.medicscribe.soapnote.note;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.medicscribe.events.NoteEvent.TranscriptLine;

/** A transcript, its lines found by segment id. */
public final class TranscriptIndex {

  private final List<TranscriptLine> lines;
  private final Map<String, Integer> positions = new HashMap<>();

  public TranscriptIndex(List<TranscriptLine> lines) {
    this.lines = List.copyOf(lines);
    for (int i = 0; i < lines.size(); i++) {
      positions.put(lines.get(i).segment().value(), i);
    }
  }

  /** In the order they were spoken. */
  public List<TranscriptLine> lines() {
    return lines;
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

  public int wordCount() {
    return lines.stream().mapToInt(line -> PlainWords.of(line.text()).size()).sum();
  }
}
