package org.medicscribe.transcription.speech.embedded;

/** The loaded networks, shared by all streams. */
public interface SpeechModels extends AutoCloseable {

  Transcriber transcriber();

  /** One for each stream. */
  VoiceDetector newVoiceDetector();

  /** To be called when no thread uses them any more. */
  @Override
  void close();
}
