package org.medicscribe.transcription.speech.embedded.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VoicesOfAVisitTest {

  private final VoicesOfAVisit voices = new VoicesOfAVisit();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void shouldCountTheVoices(int speakers) {
    // Given
    List<Voice> all = IntStream.range(0, speakers).mapToObj(Voice::new).toList();

    // When
    for (int round = 0; round < 4; round++) {
      all.forEach(voice -> turnOf(voice, 4));
    }

    // Then
    Map<Integer, Integer> found = voices.speakers();
    assertThat(Set.copyOf(found.values())).hasSize(speakers);
    found.forEach((turn, speaker) -> assertThat(speaker).isEqualTo(found.get(turn % speakers)));
  }

  @Test
  void shouldFoldAFifthVoiceIntoTheOthers() {
    IntStream.range(0, 5).mapToObj(Voice::new).forEach(voice -> turnOf(voice, 8));

    assertThat(Set.copyOf(voices.speakers().values())).hasSize(VoiceGroups.MOST_VOICES);
  }

  @Test
  void shouldSayLaterThatAFirstShortTurnWasAnothers() {
    // Given
    var clinician = new Voice(1);
    var patient = new Voice(2);
    turnOf(clinician, 4);
    int first = turnOf(patient, 1);
    assertThat(voices.speakers().get(first)).isZero();

    // When
    turnOf(patient, 6);

    // Then
    assertThat(voices.speakers().get(first)).isEqualTo(1);
  }

  @Test
  void shouldKnowAVoiceByItsNumberThroughALongVisit() {
    // Given
    var clinician = new Voice(1);
    var patient = new Voice(2);

    // When
    var turns = new ArrayList<Integer>();
    for (int round = 0; round < 100; round++) {
      turns.add(turnOf(clinician, 3));
      turns.add(turnOf(patient, 3));
    }

    // Then
    for (int i = 0; i < turns.size(); i++) {
      assertThat(voices.speakers().get(turns.get(i))).isEqualTo(i % 2);
    }
    assertThat(voices.samples()).isLessThanOrEqualTo(VoicesOfAVisit.MOST_SAMPLES);
  }

  @Test
  void shouldNoticeACompanionWhoComesLate() {
    // Given
    var clinician = new Voice(1);
    var patient = new Voice(2);
    for (int round = 0; round < 60; round++) {
      turnOf(clinician, 3);
      turnOf(patient, 3);
    }

    // When
    int turn = turnOf(new Voice(3), 6);

    // Then
    assertThat(voices.speakers().get(turn)).isEqualTo(2);
  }

  @Test
  void shouldRememberNoMoreTurnsThanItMay() {
    var voice = new Voice(1);
    voices.learn(voice.speaks(4));
    for (int i = 0; i < VoicesOfAVisit.MOST_TURNS; i++) {
      assertThat(voices.remember(voice.speaks(1))).isEqualTo(i);
    }

    assertThat(voices.remember(voice.speaks(1))).isNull();
  }

  private int turnOf(Voice voice, int prints) {
    List<VoicePrint> spoken = voice.speaks(prints);
    voices.learn(spoken);
    return Objects.requireNonNull(voices.remember(spoken));
  }
}
