package org.medicscribe.transcription.speech.embedded.voice;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.medicscribe.transcription.speech.embedded.voice.VoiceTrack.Run;

/** Finds who speaks where in the speech of one stream. It learns voices as it goes. */
public final class SpeakerTurns {

  /** Less voice than this between two pauses is no turn of its own. */
  private static final double SHORTEST_TURN = 1;

  /**
   * @param start in samples from the start of the audio; a turn lasts until the next one
   * @param speaker from 0 in order of appearance, or null when unsure
   */
  public record Turn(int start, @Nullable Integer speaker) {}

  private final SpeakerLabeler labeler = new SpeakerLabeler();

  /** The turns in a stretch of speech, which must follow the stretches before; at least one. */
  public List<Turn> in(short[] audio) {
    VoiceTrack track = VoiceTrack.of(audio);
    List<Run> runs = track.runs();
    List<VoicePrint> prints = runs.stream().map(track::print).toList();
    if (!holdsTwoVoices(prints)) {
      return List.of(new Turn(0, labeler.label(track.print(track.whole()))));
    }
    var turns = new ArrayList<Turn>();
    for (int i = 0; i < runs.size(); i++) {
      Integer speaker =
          prints.get(i).seconds() < SHORTEST_TURN ? null : labeler.label(prints.get(i));
      if (turns.isEmpty()) {
        turns.add(new Turn(0, speaker));
      } else if (turns.getLast().speaker() == null) {
        turns.set(turns.size() - 1, new Turn(turns.getLast().start(), speaker));
      } else if (speaker != null && !speaker.equals(turns.getLast().speaker())) {
        turns.add(new Turn(runs.get(i).start() * VoiceTrack.HOP, speaker));
      }
    }
    return turns;
  }

  private static boolean holdsTwoVoices(List<VoicePrint> prints) {
    List<VoicePrint> turns =
        prints.stream().filter(print -> print.seconds() >= SHORTEST_TURN).toList();
    return turns.stream()
        .anyMatch(one -> turns.stream().anyMatch(other -> SpeakerLabeler.surelyDiffer(one, other)));
  }
}
