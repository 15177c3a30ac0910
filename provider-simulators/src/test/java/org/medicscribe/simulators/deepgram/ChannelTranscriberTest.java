package org.medicscribe.simulators.deepgram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medicscribe.simulators.ruler.RulerSignal;
import org.medicscribe.simulators.ruler.RulerVerdict;
import org.medicscribe.simulators.ruler.RulerWord;

class ChannelTranscriberTest {

  private static final int SESSION = 7;
  private static final int SECOND = Transcript.RATE;

  private final RulerSignal ruler = new RulerSignal(SESSION);
  private final Transcript transcript = new Transcript();
  private final ChannelTranscriber transcriber = transcript.transcriber();

  @Test
  void shouldHearExactlyTheWordsOfTheRuler() {
    // When
    hear(ruler.pcm(0, 23 * SECOND + 5));
    transcriber.finish(false);

    // Then
    assertThat(transcript.verdict(SESSION, 46).isExact())
        .as(transcript.verdict(SESSION, 46)::toString)
        .isTrue();
  }

  @Test
  void shouldCoverAllAudioWithFinalsThatTouch() {
    // When
    hear(ruler.pcm(0, 23 * SECOND + 5));
    transcriber.finish(false);

    // Then
    long covered = 0;
    for (Segment segment : transcript.finals()) {
      assertThat(segment.start()).isEqualTo(covered);
      covered = segment.end();
    }
    assertThat(covered).isEqualTo(23 * SECOND + 5);
  }

  @Test
  void shouldEndAResultAtAWordAndATurnWithTheSpeaker() {
    // When
    hear(ruler.pcm(0, 11 * SECOND));

    // Then
    assertThat(transcript.finals())
        .extracting(Segment::end, Segment::speechFinal)
        .startsWith(
            tuple(3L * SECOND, false),
            tuple(5L * SECOND, true),
            tuple(8L * SECOND, false),
            tuple(10L * SECOND, true));
    assertThat(transcript.finals().get(0).words()).extracting(HeardWord::speaker).containsOnly(0);
    assertThat(transcript.finals().get(2).words()).extracting(HeardWord::speaker).containsOnly(1);
    assertThat(transcript.speechStarted).containsExactly(0L, 5L * SECOND, 10L * SECOND);
  }

  @Test
  void shouldNumberTheSpeakersFromZeroInEveryStream() {
    // When
    hear(ruler.pcm(5 * SECOND, 6 * SECOND));

    // Then
    assertThat(transcript.finals().getFirst().words())
        .extracting(HeardWord::speaker)
        .containsOnly(0);
  }

  @Test
  void shouldRestateTheOpenSegmentInEveryInterim() {
    // When
    hear(ruler.pcm(0, 3 * SECOND));

    // Then
    assertThat(transcript.interims())
        .extracting(Segment::start, Segment::end)
        .containsExactly(tuple(0L, (long) SECOND), tuple(0L, 2L * SECOND));
    assertThat(transcript.interims().get(1).words())
        .extracting(HeardWord::text)
        .containsExactly("S7w000000", "s7w000001", "s7w000002", "s7w000003");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void shouldSayTheSameHoweverTheAudioIsFramed(long seed) {
    // Given
    byte[] audio = concat(ruler.pcm(0, 70_003), new byte[2 * 40_000], ruler.pcm(70_003, 90_001));
    hear(audio);
    transcriber.finish(false);

    // When
    Transcript other = new Transcript();
    ChannelTranscriber again = other.transcriber();
    RandomGenerator random = new Random(seed);
    for (int at = 0; at < audio.length; ) {
      int length = Math.min(audio.length - at, 1 + random.nextInt(9_000));
      again.hear(audio, at, length);
      at += length;
    }
    again.finish(false);

    // Then
    assertThat(other.finalWords()).as("seed %d", seed).isEqualTo(transcript.finalWords());
    assertThat(other.verdict(SESSION, RulerWord.count(160_004)).isExact()).isTrue();
  }

  @Test
  void shouldMissTheWordsOfLostAudio() {
    // When
    hear(concat(ruler.pcm(0, 2 * SECOND), ruler.pcm(3 * SECOND, 3 * SECOND)));
    transcriber.finish(false);

    // Then
    assertThat(transcript.verdict(SESSION, 12).missing()).containsExactly(4L, 5L);
  }

  @Test
  void shouldHearTheWordsOfDoubledAudioTwice() {
    // When
    hear(concat(ruler.pcm(0, 2 * SECOND), ruler.pcm(SECOND, 3 * SECOND)));
    transcriber.finish(false);

    // Then
    assertThat(transcript.verdict(SESSION, 8).doubled()).containsExactly(2L, 3L);
  }

  @Test
  void shouldHearReorderedAudioOutOfOrder() {
    // When
    hear(concat(ruler.pcm(SECOND, SECOND), ruler.pcm(0, SECOND)));
    transcriber.finish(false);

    // Then
    assertThat(transcript.verdict(SESSION, 4).outOfOrder()).containsExactly(0L, 1L);
  }

  /**
   * A client that dies and comes back anywhere in what is not covered yet, or that was covered and
   * is sent again, gets every word once when it drops those whose middle lies before the position
   * already covered.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void shouldGiveEveryWordOnceAcrossReplays(long seed) {
    RandomGenerator random = new Random(seed);
    for (int round = 0; round < 8; round++) {
      // Given
      int total = 20 * SECOND + random.nextInt(SECOND);
      long covered = 0;
      long base = 0;
      List<String> words = new ArrayList<>();

      // When
      for (int life = 0; life < 4; life++) {
        int end = life == 3 ? total : (int) base + random.nextInt(total - (int) base);
        Transcript heard = new Transcript();
        ChannelTranscriber stream = heard.transcriber();
        hear(stream, ruler.pcm(base, end - (int) base), 3200);
        if (life == 3 || random.nextBoolean()) {
          stream.finish(random.nextBoolean());
        }
        for (Segment segment : heard.finals()) {
          for (HeardWord word : segment.words()) {
            long half = word.halfWithin(segment.start(), segment.end());
            long start = Math.max(0, word.middle() - half);
            long middle = base + (start + word.middle() + half) / 2;
            if (middle >= covered) {
              words.add(word.text());
            }
          }
          covered = Math.max(covered, base + segment.end());
        }
        base = Math.max(0, covered - random.nextInt(3 * SECOND));
      }

      // Then
      RulerVerdict verdict = RulerVerdict.of(SESSION, RulerWord.count(total), words);
      assertThat(verdict.isExact()).as("seed %d, round %d: %s", seed, round, verdict).isTrue();
    }
  }

  @Test
  void shouldKeepEveryWordInsideItsResult() {
    // When
    hear(ruler.pcm(1234, 2 * SECOND));
    transcriber.finish(true);
    hear(ruler.pcm(1234 + 2 * SECOND, SECOND));
    transcriber.finish(true);

    // Then
    for (Segment segment : transcript.finals()) {
      for (HeardWord word : segment.words()) {
        long half = word.halfWithin(segment.start(), segment.end());
        assertThat(word.middle() - half).isGreaterThanOrEqualTo(segment.start());
        assertThat(word.middle() + half).isLessThanOrEqualTo(segment.end());
      }
      assertThat(segment.fromFinalize()).isTrue();
    }
  }

  @Test
  void shouldSayNothingOnFinalizeWhenNothingIsOpen() {
    // Given
    hear(ruler.pcm(0, SECOND));
    transcriber.finish(true);
    int said = transcript.results.size();

    // When
    transcriber.finish(true);

    // Then
    assertThat(transcript.results).hasSize(said);
  }

  @Test
  void shouldGiveEmptyFinalsForSilence() {
    // When
    hear(new byte[2 * 10 * SECOND]);

    // Then
    assertThat(transcript.finals()).hasSizeGreaterThanOrEqualTo(3);
    assertThat(transcript.finalWords()).isEmpty();
    assertThat(transcript.speechStarted).isEmpty();
  }

  @Test
  void shouldEndTheSpeechAndTheUtteranceInAPause() {
    // When
    hear(concat(ruler.pcm(0, SECOND), new byte[2 * 2 * SECOND]));

    // Then
    Segment said = transcript.finals().getFirst();
    assertThat(said.speechFinal()).isTrue();
    assertThat(said.words()).hasSize(2);
    assertThat(said.end()).isBetween((long) (1.3 * SECOND) - 100, (long) (1.4 * SECOND));
    assertThat(transcript.utteranceEnds).containsExactly((long) SECOND);
  }

  @Test
  void shouldLeaveSpeechOpenInAPauseWhenEndpointingIsOff() {
    // Given
    ChannelTranscriber patient =
        transcript.transcriber(
            Transcript.request("endpointing", "false"), DeepgramOptions.defaults());

    // When
    hear(patient, concat(ruler.pcm(0, SECOND), new byte[2 * 3 * SECOND]), 3200);

    // Then
    assertThat(transcript.finals()).extracting(Segment::speechFinal).containsOnly(false);
    assertThat(transcript.finalWords()).hasSize(2);
  }

  @Test
  void shouldHearOneNumberedWordForEveryStretchOfOtherVoice() {
    // When
    hear(concat(new byte[SECOND], voice(1.2), new byte[2 * SECOND]));

    // Then
    assertThat(transcript.finalWords()).containsExactly("voice0001", "voice0002", "voice0003");
    assertThat(transcript.finals().getFirst().words().getFirst().middle())
        .isBetween((long) (0.65 * SECOND), (long) (0.75 * SECOND));
  }

  @Test
  void shouldSpeakTheScriptInOtherVoice() {
    // Given
    Script script = Script.of(List.of("0: Where does it", "1: Here."));
    ChannelTranscriber scripted =
        transcript.transcriber(
            Transcript.usualRequest(), DeepgramOptions.defaults().withScript(script));

    // When
    hear(scripted, concat(voice(2.0), new byte[2 * SECOND]), 3200);

    // Then
    assertThat(transcript.finalWords())
        .containsExactly("Where", "does", "it", "Here.", "voice0001");
    assertThat(transcript.finals().getFirst().words()).hasSize(3);
    assertThat(transcript.finals().get(1).words().getFirst().speaker()).isEqualTo(1);
  }

  @Test
  void shouldMakeFinalsAsLongAsConfigured() {
    // Given
    ChannelTranscriber slow =
        transcript.transcriber(
            Transcript.usualRequest(),
            DeepgramOptions.defaults().withFinalAfter(Duration.ofSeconds(4)));

    // When
    hear(slow, ruler.pcm(0, 5 * SECOND), 3200);

    // Then
    assertThat(transcript.finals()).extracting(Segment::end).containsExactly(64_000L, 80_000L);
  }

  private void hear(byte[] pcm) {
    hear(transcriber, pcm, 3200);
  }

  private static void hear(ChannelTranscriber transcriber, byte[] pcm, int frame) {
    for (int at = 0; at < pcm.length; at += frame) {
      transcriber.hear(pcm, at, Math.min(frame, pcm.length - at));
    }
  }

  /** A loud tone. */
  private static byte[] voice(double seconds) {
    byte[] pcm = new byte[2 * (int) (seconds * SECOND)];
    for (int i = 0; i < pcm.length / 2; i++) {
      short sample = (short) (8000 * Math.sin(2 * Math.PI * 220 * i / SECOND));
      pcm[2 * i] = (byte) sample;
      pcm[2 * i + 1] = (byte) (sample >> 8);
    }
    return pcm;
  }

  private static byte[] concat(byte[]... pieces) {
    byte[] all = new byte[Arrays.stream(pieces).mapToInt(piece -> piece.length).sum()];
    int at = 0;
    for (byte[] piece : pieces) {
      System.arraycopy(piece, 0, all, at, piece.length);
      at += piece.length;
    }
    return all;
  }
}
