package org.medicscribe.soapnote.drafting.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.NoteEvent.TranscriptLine;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.events.SegmentId;

/** Writes transcripts the way a script of a play is written. */
final class Dialogue {

  private static final Pattern TURN = Pattern.compile("^\\[(\\w*)]\\s*(.*)$");

  private Dialogue() {}

  /**
   * Lines in {@code [speaker] words} form; a line without brackets goes on with the last speaker,
   * and {@code []} is nobody anyone could tell.
   */
  static List<TranscriptLine> of(String dialogue) {
    List<TranscriptLine> lines = new ArrayList<>();
    @Nullable String speaker = null;
    for (String text : dialogue.split("\n")) {
      Matcher turn = TURN.matcher(text.strip());
      if (turn.matches()) {
        speaker = turn.group(1).isEmpty() ? null : turn.group(1);
      }
      String words = turn.matches() ? turn.group(2) : text.strip();
      if (!words.isBlank()) {
        SampleIndex start = SampleIndex.of((long) lines.size() * 5 * SampleIndex.PER_SECOND);
        lines.add(
            new TranscriptLine(
                SegmentId.startingAt(start),
                speaker,
                start,
                start.plus(4L * SampleIndex.PER_SECOND),
                words,
                0.9));
      }
    }
    return lines;
  }
}
