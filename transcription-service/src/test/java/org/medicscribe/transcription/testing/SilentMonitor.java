package org.medicscribe.transcription.testing;

import java.time.Duration;
import org.medicscribe.events.EncounterId;
import org.medicscribe.transcription.session.SessionMonitor;
import org.medicscribe.transcription.speech.SpeechResult;

/** Watches nothing. */
public final class SilentMonitor implements SessionMonitor {

  @Override
  public void streamOpened(EncounterId encounter) {}

  @Override
  public void streamFailed(EncounterId encounter, SpeechResult.Failed failure, Duration pause) {}

  @Override
  public void finalDelivered(Duration behind) {}

  @Override
  public void interimDropped() {}
}
