package org.medicscribe.transcription.speech.deepgram;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medicscribe.transcription.speech.SpeechRequest;

/** What the provider asks of its clients, without a network. */
class WireRulesTest {

  private static final long SECOND = 1_000_000_000L;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void shouldCutAnyAudioIntoMessagesOf20To250MillisecondsWithoutLosingAByte(long seed) {
    // Given
    Random random = new Random(seed);
    byte[] audio = new byte[200_000];
    random.nextBytes(audio);
    List<Buffer> messages = new ArrayList<>();
    AudioCutter cutter = new AudioCutter(messages::add);

    // When
    int at = 0;
    while (at < audio.length) {
      int bytes = Math.min(audio.length - at, 2 * (1 + random.nextInt(10_000)));
      cutter.add(ByteBuffer.wrap(audio, at, bytes));
      at += bytes;
    }
    cutter.flush();

    // Then
    Buffer all = Buffer.buffer();
    messages.forEach(all::appendBuffer);
    assertThat(Arrays.equals(all.getBytes(), audio)).isTrue();
    assertThat(messages.subList(0, messages.size() - 1))
        .allMatch(m -> m.length() >= AudioCutter.SHORTEST && m.length() <= AudioCutter.LONGEST);
    assertThat(messages.getLast().length()).isPositive();
  }

  @Test
  void shouldLetABurstPassAndThenKeepThePace() {
    // Given
    Pacer pacer = new Pacer(1.25, Duration.ofSeconds(1), 0);
    assertThat(pacer.take(16_000, 0)).isZero();

    // When
    long wait = pacer.take(4_000, 0);

    // Then
    assertThat(wait).isEqualTo(SECOND / 5);
    assertThat(pacer.take(4_000, wait)).isZero();
    long now = wait;
    long sent = 0;
    while (now < 60 * SECOND) {
      long next = pacer.take(1_600, now);
      now += next;
      sent += next == 0 ? 1_600 : 0;
    }
    assertThat(sent / 16_000.0).isBetween(59 * 1.25, 60 * 1.25 + 1);
  }

  @Test
  void shouldNeverDelayLiveAudio() {
    Pacer pacer = new Pacer(1.2, Duration.ofMillis(500), 0);

    for (int frame = 0; frame < 1000; frame++) {
      assertThat(pacer.take(1_600, frame * SECOND / 10)).isZero();
    }
  }

  @Test
  void shouldKeepTheMostImportantKeyTermsWithinTheLimit() {
    // Given
    List<String> terms = new ArrayList<>(List.of("metoprolol", "metoprolol", " "));
    terms.addAll(Collections.nCopies(1, "x".repeat(984)));
    terms.add("too late");

    // When
    List<String> kept = KeyTerms.withinLimit(terms);

    // Then
    assertThat(kept).containsExactly("metoprolol", "x".repeat(984));
  }

  @ParameterizedTest
  @CsvSource({
    "en, language=en&, endpointing=300",
    "en-US, language=en-US&, endpointing=300",
    "es, language=multi&, endpointing=100",
    "multi, language=multi&, endpointing=100"
  })
  void shouldAskForTheLanguageAsTheModelKnowsIt(String language, String asks, String pause) {
    String query =
        ListenQuery.of(
            DeepgramSettings.to("ws://127.0.0.1:1"), new SpeechRequest(language, List.of()));

    assertThat(query).contains(asks, pause, "mip_opt_out=true").doesNotContain("keyterm");
  }

  @Test
  void shouldReadAFinalWithItsWords() {
    // When
    DeepgramMessage message =
        DeepgramMessage.parse(
            """
            {"type":"Results","channel_index":[0,1],"duration":1.66,"start":17.0,"is_final":true,
             "speech_final":true,"from_finalize":false,"new_field":{"a":1},
             "channel":{"alternatives":[{"transcript":"For the.","confidence":0.99,"words":[
               {"word":"for","start":17.56,"end":17.72,"confidence":0.98,"punctuated_word":"For","speaker":1},
               {"word":"the","start":17.72,"end":17.88,"confidence":0.99}]}]},
             "metadata":{"request_id":"r-1","model_uuid":"m"}}
            """);

    // Then
    assertThat(message)
        .isEqualTo(
            new DeepgramMessage.Results(
                17.0,
                1.66,
                true,
                List.of(
                    new DeepgramMessage.HeardWord("For", 17.56, 17.72, 0.98, 1),
                    new DeepgramMessage.HeardWord("the", 17.72, 17.88, 0.99, null)),
                "r-1"));
    assertThat(message.toString()).doesNotContain("For");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "no json",
        "{\"type\":17}",
        "{\"type\":\"Results\"}",
        "{\"type\":\"Results\",\"start\":\"x\",\"duration\":1}"
      })
  void shouldCallGarbageWhatIsNoMessage(String text) {
    assertThat(DeepgramMessage.parse(text))
        .isInstanceOfAny(DeepgramMessage.Garbage.class, DeepgramMessage.Unused.class);
  }

  @Test
  void shouldPassOverWhatItDoesNotUse() {
    assertThat(DeepgramMessage.parse("{\"type\":\"UtteranceEnd\",\"last_word_end\":1.0}"))
        .isEqualTo(new DeepgramMessage.Unused("UtteranceEnd"));
  }
}
