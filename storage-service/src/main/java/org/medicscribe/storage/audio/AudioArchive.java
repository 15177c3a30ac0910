package org.medicscribe.storage.audio;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.medicscribe.events.AudioEvent.AudioChunk;
import org.medicscribe.events.AudioEvent.RecorderChanged;
import org.medicscribe.events.AudioEvent.RecordingStopped;
import org.medicscribe.events.EncounterId;

/** Where the audio of visits is kept for good. Each call ends when what it says is durable. */
interface AudioArchive {

  /** Audio of the visit has come. */
  Uni<Void> heard(EncounterId id);

  Uni<Void> store(EncounterId id, List<AudioChunk> chunks);

  /** Comes when all that was sent before is stored. */
  Uni<Void> changed(EncounterId id, RecorderChanged changed);

  /** Comes when all that was sent before is stored. */
  Uni<Void> stopped(EncounterId id, RecordingStopped stopped);
}
