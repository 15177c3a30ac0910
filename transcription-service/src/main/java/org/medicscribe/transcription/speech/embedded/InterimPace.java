package org.medicscribe.transcription.speech.embedded;

import org.medicscribe.events.SampleIndex;

/** Decides when speech under way is worth another look; counted in audio, not on a clock. */
final class InterimPace {

  private final long step;
  private final long stepUnderLoad;
  private long speechStart = -1;
  private long lookedThrough;

  InterimPace(EmbeddedSettings settings) {
    step = SampleIndex.samplesIn(settings.interimEvery());
    stepUnderLoad = SampleIndex.samplesIn(settings.interimEveryUnderLoad());
  }

  boolean isDue(Stretch.Speech open, boolean underLoad) {
    long from = open.start() == speechStart ? lookedThrough : open.start();
    return open.end() - from >= (underLoad ? stepUnderLoad : step);
  }

  void looked(Stretch.Speech open) {
    speechStart = open.start();
    lookedThrough = open.end();
  }
}
