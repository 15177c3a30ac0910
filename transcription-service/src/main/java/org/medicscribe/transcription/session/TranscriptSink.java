package org.medicscribe.transcription.session;

import java.util.concurrent.CompletionStage;
import org.medicscribe.events.LiveEvent;
import org.medicscribe.events.TranscriptEvent;

/** Where a session's results go; neither method blocks. */
public interface TranscriptSink {

  /**
   * Publishes what must not be lost. The stage completes on any thread once the event is safe with
   * all replicas in sync, and fails when that will never be known.
   */
  CompletionStage<Void> publish(TranscriptEvent event);

  /** Shows what a watching page forgets; may be lost. */
  void show(LiveEvent event);
}
