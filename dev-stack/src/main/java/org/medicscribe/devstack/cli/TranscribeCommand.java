package org.medicscribe.devstack.cli;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.medicscribe.devstack.client.Narrator;
import org.medicscribe.devstack.client.RecordedFile;
import org.medicscribe.devstack.client.Visit;
import org.medicscribe.devstack.client.VisitFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./scribe transcribe}: a recorded visit through the running suite. */
@Command(
    name = "transcribe",
    description = {
      "Streams a recording through the running suite as the page would; prints the transcript as it comes, then the note.",
      "A file that is not WAV of 16 kHz, mono, 16 bit is sent as a finished recording instead: other WAV, M4A, MP3, Ogg, Opus, WebM, FLAC."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:the note is printed",
      "1:the recording could not be sent or read",
      "2:wrong usage",
      "3:transcribed, but there is no note; the reason is printed"
    })
final class TranscribeCommand implements Callable<Integer> {

  private static final int NO_NOTE = 3;

  @Parameters(paramLabel = "<file>", description = "The recording.")
  private Path file = Path.of("");

  @Option(
      names = "--speed",
      paramLabel = "<n>",
      defaultValue = "1",
      description = "How many times faster than spoken; 0 as fast as it is taken (default 1).")
  private double speed;

  @Option(names = "--evidence", description = "Print what each sentence of the note rests on.")
  private boolean evidence;

  @Option(names = "--json", description = "Print one JSON document at the end instead of text.")
  private boolean json;

  @Option(
      names = "--language",
      paramLabel = "<en|es|multi>",
      defaultValue = "en",
      description = "What is spoken (default en).")
  private String language = "";

  @Option(
      names = "--key-term",
      paramLabel = "<word>",
      description = "A word to listen for, such as a medicine; may be repeated.")
  private final List<String> keyTerms = new java.util.ArrayList<>();

  @Option(
      names = "--consent",
      paramLabel = "<spoken|written|on-file>",
      defaultValue = "spoken",
      description = "How the patient consented to the recording (default spoken).")
  private String consent = "";

  @Option(
      names = "--label",
      paramLabel = "<text>",
      defaultValue = "scribe transcribe",
      description = "How the encounter is called in the list.")
  private String label = "";

  @Option(
      names = "--wait",
      paramLabel = "<seconds>",
      defaultValue = "600",
      description = "How long the note may take after the last word (default 600).")
  private long waitSeconds;

  @Mixin private GatewayFlags connection = new GatewayFlags();

  @Override
  public Integer call() throws Exception {
    RecordedFile recorded =
        switch (RecordedFile.read(file)) {
          case RecordedFile.Reading.Refused refused -> throw new VisitFailure(refused.sentence());
          case RecordedFile.Reading.Audio audio -> audio.file();
        };
    warnAbout(recorded);
    try (HttpClient http = connection.http()) {
      Narrator narrator =
          json
              ? new JsonNarrator(System.out)
              : new TextNarrator(
                  System.out, Progressing.on(System.err), recorded.seconds(), evidence);
      Visit.Outcome outcome =
          new Visit(http, connection.gateway(), connection.tokens(http), narrator)
              .live(recorded, visitPlan());
      return switch (outcome) {
        case NOTE -> 0;
        case NO_NOTE -> NO_NOTE;
      };
    }
  }

  private Visit.Plan visitPlan() {
    return new Visit.Plan(
        label, language, keyTerms, consent, speed, Duration.ofSeconds(waitSeconds));
  }

  private void warnAbout(RecordedFile recorded) {
    if (recorded.isLive()) {
      recorded.findings().remarks().forEach(remark -> System.err.println(remark.sentence()));
    } else {
      System.err.printf("Sending %s as a finished recording.%n", file);
    }
  }
}
