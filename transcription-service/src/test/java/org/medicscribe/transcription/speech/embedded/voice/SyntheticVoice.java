package org.medicscribe.transcription.speech.embedded.voice;

/** A throat (pulses of one pitch) and a mouth (two resonances). */
record SyntheticVoice(double pitchHz, double firstFormantHz, double secondFormantHz) {

  private static final double RATE = 16_000;
  private static final double DAMPING = 0.97;

  short[] speak(double seconds) {
    var audio = new double[(int) (seconds * RATE)];
    double phase = 1;
    for (int i = 0; i < audio.length; i++) {
      phase += pitchHz / RATE;
      if (phase >= 1) {
        audio[i] = 1;
        phase -= 1;
      }
    }
    resonate(audio, firstFormantHz);
    resonate(audio, secondFormantHz);
    return scaled(audio);
  }

  private static void resonate(double[] audio, double hertz) {
    double feedback = 2 * DAMPING * Math.cos(2 * Math.PI * hertz / RATE);
    double before = 0;
    double twoBefore = 0;
    for (int i = 0; i < audio.length; i++) {
      audio[i] += feedback * before - DAMPING * DAMPING * twoBefore;
      twoBefore = before;
      before = audio[i];
    }
  }

  private static short[] scaled(double[] audio) {
    double loudest = 1e-9;
    for (double sample : audio) {
      loudest = Math.max(loudest, Math.abs(sample));
    }
    var scaled = new short[audio.length];
    for (int i = 0; i < audio.length; i++) {
      scaled[i] = (short) (12_000 * audio[i] / loudest);
    }
    return scaled;
  }
}
