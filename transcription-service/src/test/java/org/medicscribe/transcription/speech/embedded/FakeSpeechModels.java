package org.medicscribe.transcription.speech.embedded;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.medicscribe.transcription.speech.embedded.Transcription.HeardWord;
import org.medicscribe.transcription.speech.embedded.voice.VoicePrinter;

/** Networks that take loud for voice, and that write down how long the speech was. */
class FakeSpeechModels implements SpeechModels {

  volatile boolean closed;

  @Override
  public Transcriber transcriber() {
    return this::transcribe;
  }

  /** To be overridden by slow or broken ones. */
  Transcription transcribe(float[] samples, BooleanSupplier abandoned) {
    return heard("%.1f".formatted(samples.length / 16_000f), "seconds.");
  }

  static Transcription heard(String... words) {
    return new Transcription.Heard(
        List.of(words).stream().map(word -> new HeardWord(word, -0.01)).toList());
  }

  /** Every voice sounds alike. */
  @Override
  public VoicePrinter voicePrinter() {
    return (audio, spans) -> spans.stream().map(_ -> alike()).toList();
  }

  private static float[] alike() {
    var print = new float[VoicePrinter.SIZE];
    print[0] = 10;
    return print;
  }

  @Override
  public VoiceDetector newVoiceDetector() {
    return frame -> Math.abs(frame[0]) + Math.abs(frame[1]) > 0.01f ? 0.9f : 0.05f;
  }

  @Override
  public void close() {
    closed = true;
  }
}
