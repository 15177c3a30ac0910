package org.medicscribe.transcription.events;

import java.time.Duration;
import java.util.function.LongConsumer;
import org.apache.kafka.common.header.Headers;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.RecordingSettings;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.transcription.session.AudioHold;
import org.medicscribe.transcription.session.TranscriptionSession;

/** Opens sessions and gives them room. */
interface Sessions {

  /** Room for a recording whose finals are known to reach up to {@code covered}. */
  AudioHold hold(SampleIndex covered);

  /** Nobody hears a recording that is being spoken, for want of room; told from time to time. */
  void unheard(EncounterId encounter, Duration behind);

  /**
   * Opens the session of a recording.
   *
   * @param first the headers of the record that it begins with
   */
  TranscriptionSession open(
      EncounterId encounter,
      RecordingSettings settings,
      Headers first,
      AudioHold hold,
      LongConsumer whenCompleted);
}
