package org.medicscribe.transcription.speech;

import java.nio.ByteBuffer;

/** One live stream of a {@link SpeechRecognizer}. Calls come from one thread at a time. */
public interface SpeechStream {

  /**
   * Takes PCM16LE mono audio that follows what was sent before; never blocks. The samples do not
   * change afterwards, so it may keep them.
   */
  void send(ByteBuffer pcm);

  /** Nothing is being said for now (a pause): final results for all audio so far, soon. */
  void flush();

  /** No more audio will come: final results for all of it, then {@link SpeechResult.Ended}. */
  void finish();

  /** Drops the stream and everything pending; no further result is delivered. */
  void abort();

  /** Samples taken and not yet handed to the recogniser: the measure for back-pressure. */
  long pendingSamples();
}
