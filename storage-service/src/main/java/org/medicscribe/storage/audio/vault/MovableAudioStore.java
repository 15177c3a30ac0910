package org.medicscribe.storage.audio.vault;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.medicscribe.events.EncounterId;

/** A store that can say what it holds, so that all of it can be brought elsewhere. Blocking. */
public interface MovableAudioStore extends AudioStore {

  /**
   * Recordings of which something is there, some windows of them or none. To be closed; what goes
   * wrong on the way through it comes as an {@link java.io.UncheckedIOException}.
   */
  Stream<EncounterId> recordings() throws IOException;

  /** The windows of a recording, in order; damaged ones that were set aside are not among them. */
  List<WindowKey> windowsOf(EncounterId encounterId) throws IOException;

  /** Forgets a window; one that is not there is as good. */
  void delete(WindowKey key) throws IOException;
}
