package org.medicscribe.transcription.speech.embedded;

import org.medicscribe.transcription.speech.embedded.voice.VoicePrinter;

/** The loaded networks, shared by all streams. */
public interface SpeechModels extends AutoCloseable {

  Transcriber transcriber();

  VoicePrinter voicePrinter();

  /** One for each stream. */
  VoiceDetector newVoiceDetector();

  /** To be called when no thread uses them any more. */
  @Override
  void close();
}
