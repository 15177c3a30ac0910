package org.medicscribe.transcription.speech.embedded;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.transcription.speech.SpeechResult;
import org.medicscribe.transcription.speech.embedded.voice.SpeakerTurns.Turn;
import org.medicscribe.transcription.speech.embedded.voice.VoicesOfAVisit;

/** Decides when it is time to say that earlier turns are somebody else's. */
final class SpeakerRevisions {

  /** Names that change all the time are read by nobody. */
  private static final long AT_MOST_EVERY = 10L * SampleIndex.PER_SECOND;

  private final VoicesOfAVisit voices;
  private final Map<Integer, Integer> told = new HashMap<>();
  private long heard;
  private long revisedAt;

  SpeakerRevisions(VoicesOfAVisit voices) {
    this.voices = voices;
  }

  /** These turns, up to a sample of the stream, are told with their words. */
  void said(List<Turn> turns, long until) {
    heard = until;
    for (Turn turn : turns) {
      if (turn.name() != null && turn.speaker() != null) {
        told.put(turn.name(), turn.speaker());
      }
    }
  }

  Optional<SpeechResult.Revised> due() {
    return heard - revisedAt < AT_MOST_EVERY ? Optional.empty() : changed();
  }

  /** Says it again as well: what was said before may not have arrived. */
  Optional<SpeechResult.Revised> last() {
    Map<Integer, Integer> speakers = voices.speakers();
    return speakers.isEmpty() ? Optional.empty() : Optional.of(revised(speakers));
  }

  private Optional<SpeechResult.Revised> changed() {
    Map<Integer, Integer> speakers = voices.speakers();
    return speakers.equals(told) ? Optional.empty() : Optional.of(revised(speakers));
  }

  private SpeechResult.Revised revised(Map<Integer, Integer> speakers) {
    revisedAt = heard;
    told.putAll(speakers);
    return new SpeechResult.Revised(speakers);
  }
}
