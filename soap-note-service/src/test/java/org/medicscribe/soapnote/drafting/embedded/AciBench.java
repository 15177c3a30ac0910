package org.medicscribe.soapnote.drafting.embedded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.medicscribe.events.NoteEvent.TranscriptLine;

/** Reads the encounters of ACI-BENCH (Yim et al., Scientific Data 2023) from a folder. */
final class AciBench {

  /**
   * One encounter.
   *
   * @param note the clinician's note
   * @param parts the same note's part that each of the benchmark's divisions holds, "" if none
   */
  record Encounter(
      String name, List<TranscriptLine> transcript, String note, List<NotePart> parts) {}

  record NotePart(String division, String text) {}

  private AciBench() {}

  static List<Encounter> read(Path folder, String split) {
    List<String> divisions =
        List.of("subjective", "objective_exam", "objective_results", "assessment_and_plan");
    JsonNode whole = data(folder.resolve(split + ".json"));
    List<JsonNode> parts =
        divisions.stream().map(name -> data(folder.resolve(split + "_" + name + ".json"))).toList();
    List<Encounter> encounters = new ArrayList<>();
    for (int i = 0; i < whole.size(); i++) {
      List<NotePart> noteParts = new ArrayList<>();
      for (int d = 0; d < divisions.size(); d++) {
        noteParts.add(new NotePart(divisions.get(d), parts.get(d).get(i).get("tgt").asText()));
      }
      JsonNode encounter = whole.get(i);
      encounters.add(
          new Encounter(
              encounter.get("file").asText(),
              Dialogue.of(encounter.get("src").asText()),
              encounter.get("tgt").asText(),
              noteParts));
    }
    return encounters;
  }

  private static JsonNode data(Path file) {
    try {
      return new ObjectMapper().readTree(file.toFile()).get("data");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
