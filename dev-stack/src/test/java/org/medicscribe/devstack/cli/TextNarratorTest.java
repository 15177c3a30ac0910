package org.medicscribe.devstack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.events.Segment;
import org.medicscribe.events.Word;

class TextNarratorTest {

  private static final Segment DOSE =
      Segment.of(
          "S1",
          List.of(
              new Word("Take", SampleIndex.of(1_040_000), SampleIndex.of(1_045_000), 0.9),
              new Word("two.", SampleIndex.of(1_045_000), SampleIndex.of(1_050_000), 0.9)));

  private static final String NOTE =
      """
      {"engine":{"name":"embedded drafter"},"note":{"sections":[{"code":"plan","statements":[
        {"text":"Take 20.","evidence":[{"segment":"s1040000","quote":"Take two."}],
         "verification":{"status":"unsupported","findings":[{"rule":"numbers-agree","detail":"20"}]}}]}],
       "omissions":[]}}
      """;

  private final ByteArrayOutputStream words = new ByteArrayOutputStream();
  private final ByteArrayOutputStream aside = new ByteArrayOutputStream();

  private TextNarrator narrator(boolean evidence, boolean terminal) {
    return new TextNarrator(
        new PrintStream(words, true, StandardCharsets.UTF_8),
        new Progressing(new PrintStream(aside, true, StandardCharsets.UTF_8), terminal),
        90,
        evidence);
  }

  private static JsonNode note() throws Exception {
    return new ObjectMapper().readTree(NOTE);
  }

  private String printed() {
    return words.toString(StandardCharsets.UTF_8);
  }

  @Test
  void shouldPrintWhoSaidWhatAndWhen() {
    narrator(false, false).heard(List.of(DOSE));

    assertThat(printed()).isEqualTo("01:05  S1  Take two.%n".formatted());
  }

  @Test
  void shouldMarkWhatTheTranscriptDoesNotSupport() throws Exception {
    narrator(false, false).note(note(), List.of(DOSE));

    assertThat(printed())
        .contains("NOTE, drafted by embedded drafter", "PLAN")
        .contains("  - Take 20.  [unsupported: accept or remove before signing]")
        .doesNotContain("“Take two.”");
  }

  @Test
  void shouldShowWhatEachSentenceRestsOn() throws Exception {
    narrator(true, false).note(note(), List.of(DOSE));

    assertThat(printed()).contains("      01:05 S1 “Take two.”", "      ? numbers-agree: 20");
  }

  @Test
  void shouldKeepTheProgressLineOutOfALog() {
    TextNarrator narrator = narrator(false, false);

    narrator.progress(10, 9, 8);

    assertThat(aside.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(printed()).isEmpty();
  }

  @Test
  void shouldRewriteTheProgressLineOnATerminal() {
    TextNarrator narrator = narrator(false, true);

    narrator.interim("S1", "and how long");
    narrator.progress(10, 9, 8);

    assertThat(aside.toString(StandardCharsets.UTF_8))
        .endsWith("00:10 of 01:30 sent, 00:09 safe, 00:08 transcribed | and how long");
  }
}
