package org.medicscribe.transcription.events;

import java.util.function.LongConsumer;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.RecordingSettings;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.transcription.session.AudioHold;
import org.medicscribe.transcription.session.TranscriptionSession;

/** Opens sessions and gives them room. */
interface Sessions {

  /** Room for a recording whose finals are known to reach up to {@code covered}. */
  AudioHold hold(SampleIndex covered);

  TranscriptionSession open(
      EncounterId encounter,
      RecordingSettings settings,
      AudioHold hold,
      LongConsumer whenCompleted);
}
