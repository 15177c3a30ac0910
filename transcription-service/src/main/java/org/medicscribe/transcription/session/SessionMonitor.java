package org.medicscribe.transcription.session;

import java.time.Duration;
import org.medicscribe.events.EncounterId;
import org.medicscribe.transcription.speech.SpeechResult;

/** Told what operators want to count; calls come from many threads. */
public interface SessionMonitor {

  void streamOpened(EncounterId encounter);

  /** The stream broke; the next attempt follows after {@code pause}. */
  void streamFailed(EncounterId encounter, SpeechResult.Failed failure, Duration pause);

  /** A final was delivered while the audio had already gone on this far. */
  void finalDelivered(Duration behind);

  /** An interim was replaced by a newer one before it was shown. */
  void interimDropped();
}
