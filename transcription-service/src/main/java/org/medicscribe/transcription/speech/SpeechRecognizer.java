package org.medicscribe.transcription.speech;

import java.util.List;
import java.util.function.Consumer;
import org.medicscribe.events.EngineName;

/** Turns the audio of one recording at a time into {@link SpeechResult}s. */
public interface SpeechRecognizer {

  /**
   * Opens a stream; returns at once, connecting goes on behind it.
   *
   * <p>Results reach {@code results} one at a time and in order, on any thread; the consumer must
   * not block. The last one is {@link SpeechResult.Ended} or {@link SpeechResult.Failed}, and
   * nothing follows it.
   */
  SpeechStream open(SpeechRequest request, Consumer<SpeechResult> results);

  /** Whether a speaker's number means the same voice in every stream of one request. */
  default boolean knowsVoicesAgain() {
    return false;
  }

  /** Which engine this is, as shown to users. */
  EngineName engine();

  /** The languages it understands, as {@link SpeechRequest#language} names them. */
  List<String> languages();
}
