package org.medicscribe.soapnote.verification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.medicscribe.events.NoteEvent.TranscriptLine;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.events.SegmentId;
import org.medicscribe.events.SoapNote.SectionCode;
import org.medicscribe.soapnote.note.NoteLanguage;
import org.medicscribe.soapnote.note.Sentence;
import org.medicscribe.soapnote.note.TranscriptIndex;
import org.medicscribe.soapnote.testing.TextFile;
import org.medicscribe.soapnote.verification.ReviewedStatement.Truth;

/**
 * The statements of ACI-BENCH's reference notes. The data stays where it is; this project only
 * keeps, for each statement, which sentences of the dialogue say it and how a person judged that.
 */
final class AciStatements {

  private static final Map<String, SectionCode> SECTIONS =
      Map.of(
          "s", new SectionCode("subjective"),
          "o", new SectionCode("objective"),
          "a", new SectionCode("assessment"),
          "p", new SectionCode("plan"));
  private static final Map<String, Truth> TRUTHS =
      Map.of("yes", Truth.TRUE, "no", Truth.FALSE, "-", Truth.NOT_READ);

  private AciStatements() {}

  /**
   * @param folder with {@code train.json} and {@code valid.json}
   * @param splits {@code train}, {@code valid}
   */
  static List<ReviewedStatement> read(Path folder, List<String> splits) {
    JsonNode train = visits(folder, "train");
    JsonNode valid = visits(folder, "valid");
    Map<JsonNode, TranscriptIndex> transcripts = new HashMap<>();
    List<ReviewedStatement> statements = new ArrayList<>();
    for (String line : TextFile.lines(AciStatements.class, "aci-evidence.tsv")) {
      String[] cells = line.split("\t", -1);
      if (!splits.contains(cells[0])) {
        continue;
      }
      JsonNode visit = (cells[0].equals("train") ? train : valid).get(Integer.parseInt(cells[1]));
      TranscriptIndex transcript =
          transcripts.computeIfAbsent(visit, v -> transcript(v.path("src").asText()));
      statements.add(
          new ReviewedStatement(
              textOf(cells[2], visit.path("tgt").asText()),
              SECTIONS.getOrDefault(cells[3], new SectionCode("subjective")),
              NoteLanguage.ENGLISH,
              transcript,
              sentences(transcript, cells[4]),
              TRUTHS.getOrDefault(cells[5], Truth.NOT_READ)));
    }
    return statements;
  }

  private static JsonNode visits(Path folder, String split) {
    try {
      return new ObjectMapper().readTree(folder.resolve(split + ".json").toFile()).path("data");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Sentence> sentences(TranscriptIndex transcript, String places) {
    return Arrays.stream(places.split(","))
        .map(place -> transcript.sentences().get(Integer.parseInt(place)))
        .toList();
  }

  /** The sentence of the note with this hash, without the bullet and the heading before it. */
  private static String textOf(String hash, String note) {
    for (String line : note.split("\n")) {
      String text =
          line.strip()
              .replaceFirst("^[•\\-*–]\\s*", "")
              .replaceFirst("^\\d+[.)]\\s*", "")
              .replaceFirst("^[A-Z][A-Za-z /,&-]{2,40}: ?", "");
      for (String sentence : text.split("(?<=[.!?])\\s+(?=[A-Z])")) {
        if (Integer.toHexString(sentence.strip().hashCode()).equals(hash)) {
          return sentence.strip();
        }
      }
    }
    throw new IllegalStateException("no statement " + hash + ": these are other notes");
  }

  private static TranscriptIndex transcript(String dialogue) {
    List<TranscriptLine> lines = new ArrayList<>();
    for (String line : dialogue.split("\n")) {
      String text = line.replaceFirst("^\\[\\w+]\\s*", "").strip();
      if (!text.isEmpty()) {
        SampleIndex start = SampleIndex.of(lines.size() * 5L * SampleIndex.PER_SECOND);
        lines.add(
            new TranscriptLine(
                SegmentId.startingAt(start),
                line.startsWith("[doctor]") ? "S1" : "S2",
                start,
                start.plus(4L * SampleIndex.PER_SECOND),
                text,
                0.9));
      }
    }
    return new TranscriptIndex(lines);
  }
}
