package org.medicscribe.transcription.speech.embedded.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medicscribe.transcription.speech.embedded.voice.SpeakerTurns.Turn;
import org.medicscribe.transcription.speech.embedded.voice.VoicePrinter.Span;

/** Two voices that a made-up printer knows by how loud they are. */
class SpeakerTurnsTest {

  private static final int SECOND = 16_000;
  private static final short LOUD = 8_000;
  private static final short SOFT = 4_000;

  private final Voice loud = new Voice(1);
  private final Voice soft = new Voice(2);
  private final SpeakerTurns turns =
      new SpeakerTurns(
          (audio, spans) -> spans.stream().map(span -> print(audio, span)).toList(),
          new VoicesOfAVisit());

  @BeforeEach
  void meetBoth() {
    turns.in(speech(4, LOUD));
    turns.in(speech(4, SOFT));
  }

  @Test
  void shouldNameTheSpeakerOfAStretch() {
    assertThat(turns.in(speech(3, LOUD))).extracting(Turn::speaker).containsExactly(0);
    assertThat(turns.in(speech(3, SOFT))).extracting(Turn::speaker).containsExactly(1);
  }

  @Test
  void shouldCutAStretchWhereAnotherVoiceSetsInWithoutAPause() {
    // When
    List<Turn> found = turns.in(joined(speech(4, LOUD), speech(4, SOFT)));

    // Then
    assertThat(found).extracting(Turn::speaker).containsExactly(0, 1);
    assertThat(found.getLast().start()).isCloseTo(4 * SECOND, within(SECOND));
  }

  @Test
  void shouldTellAnAnswerAfterAPauseFromTheQuestion() {
    // When
    List<Turn> found = turns.in(joined(speech(2, LOUD), new short[SECOND / 2], speech(1, SOFT)));

    // Then
    assertThat(found).extracting(Turn::speaker).containsExactly(0, 1);
    assertThat(found.getLast().start()).isCloseTo(5 * SECOND / 2, within(SECOND / 5));
  }

  @Test
  void shouldSayNobodyOfSilence() {
    assertThat(turns.in(new short[SECOND])).containsExactly(new Turn(0, null, null));
    assertThat(turns.in(new short[0])).containsExactly(new Turn(0, null, null));
  }

  private float[] print(short[] audio, Span span) {
    int louder = 0;
    for (int i = span.start(); i < span.end(); i++) {
      louder += Math.abs(audio[i]) > SOFT ? 1 : 0;
    }
    return louder > span.samples() / 2 ? loud.vector() : soft.vector();
  }

  private static short[] speech(int seconds, short level) {
    var audio = new short[seconds * SECOND];
    for (int i = 0; i < audio.length; i++) {
      audio[i] = i % 80 < 40 ? level : (short) -level;
    }
    return audio;
  }

  private static short[] joined(short[]... parts) {
    int length = 0;
    for (short[] part : parts) {
      length += part.length;
    }
    var audio = new short[length];
    int at = 0;
    for (short[] part : parts) {
      System.arraycopy(part, 0, audio, at, part.length);
      at += part.length;
    }
    return audio;
  }
}
