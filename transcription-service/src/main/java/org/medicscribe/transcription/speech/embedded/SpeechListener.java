package org.medicscribe.transcription.speech.embedded;

import static org.medicscribe.transcription.speech.embedded.VoiceDetector.FRAME;

import java.util.Optional;
import java.util.function.Consumer;

/** Lifts what is quiet, listens for voices, and hands out each closed stretch with its audio. */
final class SpeechListener {

  /**
   * @param audio the stretch's samples; empty for silence
   */
  record Audible(Stretch stretch, short[] audio) {}

  private final AudioInbox inbox;
  private final VoiceDetector voiceDetector;
  private final SpeechSegmenter segmenter;
  private final AudioWindow window = new AudioWindow();
  private final LevelLift level = new LevelLift();
  private final float[] frame = new float[FRAME];
  private float factor = 1;
  private long heard;

  SpeechListener(AudioInbox inbox, VoiceDetector voiceDetector, Consumer<Audible> closed) {
    this.inbox = inbox;
    this.voiceDetector = voiceDetector;
    this.segmenter = new SpeechSegmenter(stretch -> closed.accept(audible(stretch)));
  }

  /** Hears what has arrived in the inbox. */
  void listen() {
    inbox.drainTo(this::hear, this::pause);
  }

  private void hear(short[] samples, int offset, int count) {
    window.append(samples, offset, count);
    while (window.end() - heard >= FRAME) {
      window.copyInto(frame, heard);
      lift(meanSquare(frame));
      segmenter.accept(voiceDetector.voiceProbability(frame), meanSquare(frame));
      heard += FRAME;
    }
    window.release(Math.min(heard, segmenter.covered()));
  }

  /** Makes the frame as loud as it has to be; most recordings stay as they are. */
  private void lift(float meanSquare) {
    float next = level.factorFor(meanSquare);
    if (factor != 1 || next != 1) {
      window.amplify(heard, FRAME, factor, next);
      window.copyInto(frame, heard);
    }
    factor = next;
  }

  private void pause() {
    segmenter.flush(window.end());
    window.release(Math.min(heard, segmenter.covered()));
  }

  /** The speech under way, if there is any, up to the last whole frame. */
  Optional<Stretch.Speech> open() {
    return segmenter.open();
  }

  /** What was heard of the speech under way. */
  short[] audio(Stretch.Speech open) {
    return window.copy(open.start(), open.end());
  }

  private Audible audible(Stretch stretch) {
    return switch (stretch) {
      case Stretch.Silence silence -> new Audible(silence, new short[0]);
      case Stretch.Speech speech -> new Audible(speech, window.copy(speech.start(), speech.end()));
    };
  }

  private static float meanSquare(float[] frame) {
    float sum = 0;
    for (float sample : frame) {
      sum += sample * sample;
    }
    return sum / frame.length;
  }
}
