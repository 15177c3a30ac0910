package org.medicscribe.gateway.engine;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The engines that serve here, as the services that run them say themselves. */
@Singleton
public class Engines {

  private final EngineWatch transcription;
  private final EngineWatch note;
  private final EnginesConfig config;
  private List<Cancellable> asking = List.of();

  Engines(
      @RestClient TranscriptionEngine transcription,
      @RestClient NoteEngine note,
      EnginesConfig config) {
    this.transcription = new EngineWatch("transcription-service", transcription::engine);
    this.note = new EngineWatch("soap-note-service", note::engine);
    this.config = config;
  }

  void start(@Observes StartupEvent started) {
    asking = List.of(transcription.begin(config.askEvery()), note.begin(config.askEvery()));
  }

  void stop(@Observes ShutdownEvent stopping) {
    asking.forEach(Cancellable::cancel);
  }

  /** What recognises speech; empty while it is not known. */
  public Optional<EngineAnswer> transcription() {
    return transcription.last();
  }

  /** What drafts notes; empty while it is not known. */
  public Optional<EngineAnswer> note() {
    return note.last();
  }

  /** The languages a visit may be held in; empty while they are not known. */
  public Optional<List<String>> languages() {
    return transcription().map(EngineAnswer::languages);
  }
}
