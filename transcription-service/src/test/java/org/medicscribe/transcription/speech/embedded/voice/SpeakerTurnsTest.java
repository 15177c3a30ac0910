package org.medicscribe.transcription.speech.embedded.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.medicscribe.transcription.speech.embedded.voice.SpeakerTurns.Turn;

class SpeakerTurnsTest {

  private static final SyntheticVoice LOW = new SyntheticVoice(100, 450, 1_300);
  private static final SyntheticVoice HIGH = new SyntheticVoice(210, 650, 1_900);

  private final SpeakerTurns turns = new SpeakerTurns();

  @Test
  void shouldTellTwoVoicesApart() {
    assertThat(speakerOf(LOW.speak(2))).isZero();
    assertThat(speakerOf(HIGH.speak(2))).isOne();
    assertThat(speakerOf(LOW.speak(1.5))).isZero();
    assertThat(speakerOf(HIGH.speak(1.5))).isOne();
  }

  @Test
  void shouldNotSplitOneVoiceThatRisesAndFalls() {
    for (double hertz : new double[] {100, 108, 94, 115, 100, 90, 112}) {
      assertThat(speakerOf(new SyntheticVoice(hertz, 450, 1_300).speak(2))).isZero();
    }
  }

  @Test
  void shouldSayNothingOfAVoiceHeardTooBriefly() {
    assertThat(speakerOf(LOW.speak(2))).isZero();
    assertThat(speakerOf(HIGH.speak(0.3))).isNull();
    assertThat(speakerOf(new short[16_000])).isNull();
  }

  @Test
  void shouldFindBothVoicesInOneStretch() {
    // Given
    short[] low = LOW.speak(2);
    short[] pause = new short[8_000];
    short[] high = HIGH.speak(2);

    // When
    var found = turns.in(joined(low, pause, high));

    // Then
    assertThat(found).hasSize(2);
    assertThat(found.get(0)).isEqualTo(new Turn(0, 0));
    assertThat(found.get(1).speaker()).isOne();
    assertThat(found.get(1).start()).isBetween(low.length, low.length + pause.length + 320);
  }

  private @Nullable Integer speakerOf(short[] audio) {
    return turns.in(audio).getFirst().speaker();
  }

  private static short[] joined(short[]... parts) {
    var all = new short[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
    int position = 0;
    for (short[] part : parts) {
      System.arraycopy(part, 0, all, position, part.length);
      position += part.length;
    }
    return all;
  }
}
