package org.medicscribe.devstack.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medicscribe.events.Segment;

@Timeout(30)
class VisitTest {

  private static final Visit.Plan PLAN =
      new Visit.Plan("test", "en", List.of(), "spoken", 0, Duration.ofSeconds(10));

  @TempDir private Path folder;

  private final Heard narrator = new Heard();

  /** Two seconds whose samples are all different. */
  private final byte[] samples = samples();

  private static byte[] samples() {
    byte[] bytes = new byte[64_000];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  private Visit.Outcome visit(FakeGateway gateway) throws Exception {
    Path file = Files.write(folder.resolve("visit.wav"), Wav.bytes(1, 16_000, samples));
    RecordedFile wav =
        switch (RecordedFile.read(file)) {
          case RecordedFile.Reading.Audio audio -> audio.file();
          case RecordedFile.Reading.Refused refused -> throw new IOException(refused.sentence());
        };
    try (HttpClient http = HttpClient.newHttpClient()) {
      return new Visit(http, gateway.url(), () -> "a-token", narrator).live(wav, PLAN);
    }
  }

  @Test
  void shouldSendEverySampleOnceAndEndWithTheNote() throws Exception {
    try (FakeGateway gateway = new FakeGateway(-1, false)) {
      Visit.Outcome outcome = visit(gateway);

      assertThat(outcome).isEqualTo(Visit.Outcome.NOTE);
      assertThat(gateway.samples()).isEqualTo(samples);
      assertThat(narrator.texts).containsExactly("Good morning.");
      assertThat(narrator.notes).isEqualTo(1);
      assertThat(gateway.requests()).allMatch(request -> request.endsWith("Bearer a-token"));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 1001, 1012, 1013})
  void shouldComeBackWithTheRestAfterALostSocket(int code) throws Exception {
    try (FakeGateway gateway = new FakeGateway(20_000, false).cuttingWith(code)) {
      Visit.Outcome outcome = visit(gateway);

      assertThat(outcome).isEqualTo(Visit.Outcome.NOTE);
      assertThat(gateway.sockets()).isEqualTo(2);
      assertThat(gateway.samples()).isEqualTo(samples);
      assertThat(narrator.hiccups).singleElement().asString().contains("the audio is kept");
    }
  }

  @Test
  void shouldTellARefusalInTheGatewaysWords() {
    try (FakeGateway gateway = new FakeGateway(-1, true)) {
      assertThatThrownBy(() -> visit(gateway))
          .isInstanceOf(VisitFailure.class)
          .hasMessage("Consent is missing. Record the patient's consent, then start again.");
    }
  }

  @Test
  void shouldUploadWhatIsNoLiveAudio() throws Exception {
    try (FakeGateway gateway = new FakeGateway(-1, false)) {
      Visit uploading =
          new Visit(HttpClient.newHttpClient(), gateway.url(), () -> "a-token", narrator);
      Path file = Files.write(folder.resolve("visit.wav"), Wav.bytes(2, 44_100, samples));
      RecordedFile wav = ((RecordedFile.Reading.Audio) RecordedFile.read(file)).file();

      assertThatThrownBy(() ->
              uploading.live(
                  wav, new Visit.Plan("test", "en", List.of(), "spoken", 0, Duration.ofMillis(10))))
          .hasMessageContaining("The recording is safe");
      assertThat(gateway.requests())
          .contains("POST /api/encounters/" + FakeGateway.ENCOUNTER + "/audio Bearer a-token");
    }
  }

  @Test
  void shouldWaitForTheNoteThroughAnOutage() throws Exception {
    try (FakeGateway gateway = new FakeGateway(-1, false)) {
      // Given
      gateway.failAfterStop(1);

      // When
      Visit.Outcome outcome = visit(gateway);

      // Then
      assertThat(outcome).isEqualTo(Visit.Outcome.NOTE);
      assertThat(narrator.hiccups).singleElement().asString().contains("Try again in a moment.");
    }
  }

  @Test
  void shouldSayHowToStartTheSuiteWhenNothingAnswers() throws Exception {
    FakeGateway gone = new FakeGateway(-1, false);
    gone.close();

    assertThatThrownBy(() -> visit(gone))
        .isInstanceOf(VisitFailure.class)
        .hasMessageContaining("./scribe run");
  }

  /** Remembers what was told. */
  private static final class Heard implements Narrator {

    private final List<String> texts = new ArrayList<>();
    private final List<String> hiccups = new ArrayList<>();
    private int notes;

    @Override
    public void begun(String encounter) {
      assertThat(encounter).isEqualTo(FakeGateway.ENCOUNTER);
    }

    @Override
    public void heard(List<Segment> added) {
      added.forEach(segment -> texts.add(segment.text()));
    }

    @Override
    public void interim(String speaker, String text) {}

    @Override
    public void progress(double sent, double safe, double heard) {
      assertThat(safe).isLessThanOrEqualTo(sent);
    }

    @Override
    public void hiccup(String sentence) {
      hiccups.add(sentence);
    }

    @Override
    public void note(JsonNode note, List<Segment> transcript) {
      notes++;
    }

    @Override
    public void noNote(String code, String sentence) {
      throw new AssertionError(code);
    }
  }
}
