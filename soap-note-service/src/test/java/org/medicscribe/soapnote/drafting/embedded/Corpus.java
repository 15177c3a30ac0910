package org.medicscribe.soapnote.drafting.embedded;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.medicscribe.events.NoteEvent.TranscriptLine;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.events.SegmentId;

/**
 * All visits that the drafter is read on: ACI-BENCH, train and valid, and PriMock57 (Papadopoulos
 * Korfiatis et al., ACL 2022).
 */
final class Corpus {

  /**
   * @param note as a clinician wrote it
   */
  record Encounter(String name, List<TranscriptLine> lines, String note) {}

  private record Spoken(double from, double to, String speaker, String text) {}

  private static final Pattern INTERVAL =
      Pattern.compile(
          "xmin = ([\\d.]+)\\s+xmax = ([\\d.]+)\\s+text = \"((?:[^\"]|\"\")*)\"", Pattern.DOTALL);

  private Corpus() {}

  static List<Encounter> read(Path aciBench, Path priMock) {
    List<Encounter> all = new ArrayList<>();
    for (String split : List.of("train", "valid")) {
      AciBench.read(aciBench, split)
          .forEach(e -> all.add(new Encounter(split + "-" + e.name(), e.transcript(), e.note())));
    }
    all.addAll(priMock(priMock));
    return all;
  }

  static List<Encounter> priMock(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .map(Corpus::consultation)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Encounter consultation(Path json) {
    try {
      String name = json.getFileName().toString().replace(".json", "");
      List<Spoken> spoken = new ArrayList<>();
      for (String speaker : List.of("doctor", "patient")) {
        String grid = Files.readString(json.resolveSibling(name + "_" + speaker + ".TextGrid"));
        INTERVAL.matcher(grid).results().map(found -> spoken(found, speaker)).forEach(spoken::add);
      }
      spoken.removeIf(piece -> piece.text.isBlank());
      spoken.sort(Comparator.comparingDouble(Spoken::from));
      String note = new ObjectMapper().readTree(json.toFile()).get("note").asText();
      return new Encounter(name, spoken.stream().map(Corpus::line).toList(), note);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Spoken spoken(MatchResult found, String speaker) {
    String text = found.group(3).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip();
    return new Spoken(
        Double.parseDouble(found.group(1)), Double.parseDouble(found.group(2)), speaker, text);
  }

  private static TranscriptLine line(Spoken spoken) {
    SampleIndex start = SampleIndex.of((long) (spoken.from * SampleIndex.PER_SECOND));
    SampleIndex end = SampleIndex.of((long) (spoken.to * SampleIndex.PER_SECOND));
    return new TranscriptLine(
        SegmentId.startingAt(start), spoken.speaker, start, end, spoken.text, 0.9);
  }
}
