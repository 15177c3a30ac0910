package org.medicscribe.soapnote.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.medicscribe.events.NoteEvent.TranscriptLine;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.events.SegmentId;
import org.medicscribe.events.SoapNote.SpeakerRole;
import org.medicscribe.soapnote.note.TranscriptIndex;

/**
 * A visit written down line by line: {@code S1: words}. A line {@code # roles: S1=clinician} says
 * who somebody is; other lines that begin with {@code #} are remarks.
 */
public record Visit(List<TranscriptLine> lines, Map<String, SpeakerRole> roles) {

  private static final Pattern LINE = Pattern.compile("^(\\w+):\\s*(.+)$");
  private static final Pattern ROLES = Pattern.compile("^#? ?roles:(.*)$");

  public static Visit read(Path file) {
    try {
      return of(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Visit of(String text) {
    List<TranscriptLine> lines = new ArrayList<>();
    Map<String, SpeakerRole> roles = new LinkedHashMap<>();
    for (String line : text.lines().toList()) {
      Matcher said = LINE.matcher(line.strip());
      Matcher known = ROLES.matcher(line.strip());
      if (known.matches()) {
        for (String role : known.group(1).split(",", -1)) {
          String[] pair = role.strip().split("=", 2);
          roles.put(pair[0], SpeakerRole.valueOf(pair[1].toUpperCase(Locale.ROOT)));
        }
      } else if (said.matches() && !line.startsWith("#")) {
        lines.add(line(lines.size(), said.group(1), said.group(2)));
      }
    }
    return new Visit(lines, roles);
  }

  public TranscriptIndex transcript() {
    return new TranscriptIndex(lines, roles);
  }

  /** Five seconds after the line before, four seconds long. */
  private static TranscriptLine line(int number, String speaker, String words) {
    SampleIndex start = SampleIndex.of((long) number * 5 * SampleIndex.PER_SECOND);
    SampleIndex end = start.plus(4L * SampleIndex.PER_SECOND);
    return new TranscriptLine(SegmentId.startingAt(start), speaker, start, end, words, 0.9);
  }
}
