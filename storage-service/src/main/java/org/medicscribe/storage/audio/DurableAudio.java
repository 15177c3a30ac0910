package org.medicscribe.storage.audio;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.medicscribe.events.AudioEvent.AudioChunk;
import org.medicscribe.events.AudioEvent.RecorderChanged;
import org.medicscribe.events.AudioEvent.RecordingStopped;
import org.medicscribe.events.EncounterId;

/** On the volume, and in the database what is known about it. */
@ApplicationScoped
class DurableAudio implements AudioArchive {

  private final RecordingEvents recordings;
  private final AudioShelf shelf;

  DurableAudio(RecordingEvents recordings, AudioShelf shelf) {
    this.recordings = recordings;
    this.shelf = shelf;
  }

  @Override
  public Uni<Void> heard(EncounterId id) {
    return recordings.heard(id);
  }

  @Override
  public Uni<Void> store(EncounterId id, List<AudioChunk> chunks) {
    return shelf.store(id, chunks);
  }

  @Override
  public Uni<Void> changed(EncounterId id, RecorderChanged changed) {
    return recordings.changed(id, changed);
  }

  @Override
  public Uni<Void> stopped(EncounterId id, RecordingStopped stopped) {
    return recordings.stopped(id, stopped);
  }
}
