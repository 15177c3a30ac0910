package org.medicscribe.devstack.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.medicscribe.devstack.client.Narrator;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.events.Segment;

/** Tells a visit to a person: words and note on standard output, everything else beside it. */
final class TextNarrator implements Narrator {

  private static final int SECONDS_PER_MINUTE = 60;

  private final PrintStream out;
  private final Progressing progressing;
  private final double totalSeconds;
  private final boolean evidence;
  private String interim = "";

  TextNarrator(PrintStream out, Progressing progressing, double totalSeconds, boolean evidence) {
    this.out = out;
    this.progressing = progressing;
    this.totalSeconds = totalSeconds;
    this.evidence = evidence;
  }

  @Override
  public void begun(String encounter) {
    progressing.tell("Encounter " + encounter + ", consent recorded.");
  }

  @Override
  public void heard(List<Segment> added) {
    if (!added.isEmpty()) {
      interim = "";
      progressing.clear();
      added.forEach(this::print);
      out.flush();
    }
  }

  @Override
  public void interim(String speaker, String text) {
    interim = text;
  }

  @Override
  public void progress(double sent, double safe, double heard) {
    String line =
        "%s of %s sent, %s safe, %s transcribed"
            .formatted(time(sent), time(totalSeconds), time(safe), time(heard));
    progressing.show(interim.isEmpty() ? line : line + " | " + interim);
  }

  @Override
  public void hiccup(String sentence) {
    progressing.tell(sentence);
  }

  @Override
  public void note(JsonNode note, List<Segment> transcript) {
    progressing.clear();
    Map<String, Segment> segments =
        transcript.stream()
            .collect(Collectors.toMap(s -> s.id().value(), Function.identity(), (a, _) -> a));
    out.printf("%nNOTE, drafted by %s%n", note.path("engine").path("name").asText("?"));
    JsonNode content = note.path("note");
    for (JsonNode section : content.path("sections")) {
      if (section.path("statements").isEmpty() && !isRequired(section)) {
        continue;
      }
      out.printf("%n%s%n", titleOf(section).toUpperCase(java.util.Locale.ROOT));
      for (JsonNode statement : section.path("statements")) {
        print(statement, segments);
      }
    }
    if (!content.path("omissions").isEmpty()) {
      out.printf("%nSAID, NOT IN THE NOTE%n");
      for (JsonNode omission : content.path("omissions")) {
        out.printf("  ! %s (%s)%n", omission.path("text").asText(), omission.path("kind").asText());
        printEvidence(omission.path("evidence"), segments);
      }
    }
    out.flush();
  }

  @Override
  public void noNote(String code, String sentence) {
    progressing.tell("There is no note (%s). %s".formatted(code, sentence));
  }

  private static String titleOf(JsonNode section) {
    return section.path("heading").path("title").asText(section.path("code").asText());
  }

  /** Whether it is worth saying that nothing is in it. */
  private static boolean isRequired(JsonNode section) {
    return section.path("heading").path("required").asBoolean(true);
  }

  private void print(Segment segment) {
    String speaker = segment.speaker();
    out.printf(
        "%s  %-3s %s%n",
        time(segment.start().toSeconds()),
        speaker == null ? "" : speaker,
        segment.inaudible() ? "[inaudible]" : segment.text());
  }

  private void print(JsonNode statement, Map<String, Segment> segments) {
    String status = statement.path("verification").path("status").asText();
    String mark =
        switch (status) {
          case "unsupported" -> "  [unsupported: accept or remove before signing]";
          case "partly" -> "  [partly supported]";
          default -> "";
        };
    out.printf("  - %s%s%n", statement.path("text").asText(), mark);
    if (evidence) {
      for (JsonNode each : statement.path("evidence")) {
        printEvidence(each, segments);
      }
      for (JsonNode finding : statement.path("verification").path("findings")) {
        out.printf(
            "      ? %s: %s%n", finding.path("rule").asText(), finding.path("detail").asText());
      }
    }
  }

  private void printEvidence(JsonNode evidenceOfOne, Map<String, Segment> segments) {
    if (!evidence) {
      return;
    }
    String id = evidenceOfOne.path("segment").asText();
    Segment segment = segments.get(id);
    String speaker = segment == null || segment.speaker() == null ? "" : segment.speaker() + " ";
    String when = id.matches("s\\d+") ? time(startOf(id)) : id;
    out.printf("      %s %s“%s”%n", when, speaker, evidenceOfOne.path("quote").asText());
  }

  /** A segment is named by the sample it starts at. */
  private static double startOf(String id) {
    return SampleIndex.of(Long.parseLong(id.substring(1))).toSeconds();
  }

  private static String time(double seconds) {
    long whole = (long) seconds;
    return "%02d:%02d".formatted(whole / SECONDS_PER_MINUTE, whole % SECONDS_PER_MINUTE);
  }
}
