package org.medicscribe.gateway.updates;

import org.medicscribe.events.LiveEvent;
import org.medicscribe.events.NoteEvent;
import org.medicscribe.events.TranscriptEvent;

/** Somebody who watches one encounter. Called on the thread that reads Kafka: it must not block. */
public interface EncounterListener {

  void on(TranscriptEvent event);

  void on(NoteEvent event);

  void on(LiveEvent event);
}
