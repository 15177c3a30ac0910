package org.medicscribe.soapnote.engine;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.medicscribe.soapnote.drafting.NoteDrafter;
import org.medicscribe.soapnote.drafting.openai.OpenAiConfig;
import org.medicscribe.soapnote.reading.Medicines;
import org.medicscribe.soapnote.writing.NoteWriter;
import org.medicscribe.soapnote.writing.Review;
import org.medicscribe.soapnote.writing.WritingConfig;

/**
 * The one place that decides which drafter serves, and puts the parts together around it that know
 * no framework.
 */
@ApplicationScoped
class EngineSelection {

  private static final Logger LOG = Logger.getLogger(EngineSelection.class);

  @Produces
  @Singleton
  NoteDrafter drafter(
      EngineConfig config,
      OpenAiConfig openAiConfig,
      @Identifier("openai") Instance<NoteDrafter> openAi,
      @Identifier("embedded") Instance<NoteDrafter> embedded) {
    return choose(config.engine(), openAiConfig.isConfigured(), openAi::get, embedded::get);
  }

  static <T> T choose(
      EngineConfig.Choice choice, boolean hasServer, Supplier<T> openAi, Supplier<T> embedded) {
    return switch (choice) {
      case AUTO -> hasServer ? openAi.get() : embedded.get();
      case OPENAI -> {
        if (!hasServer) {
          throw new IllegalStateException(
              "NOTE_ENGINE is openai and neither OPENAI_API_KEY nor OPENAI_BASE_URL is set: set"
                  + " one, or choose auto or embedded");
        }
        yield openAi.get();
      }
      case EMBEDDED -> embedded.get();
    };
  }

  @Produces
  @Singleton
  NoteWriter writer(NoteDrafter drafter, WritingConfig config) {
    return new NoteWriter(drafter, new Review(Medicines.fromWordList()), config, Clock.systemUTC());
  }

  /** Chosen at the start, so that a missing key ends it with a sentence, and no note. */
  void start(@Observes StartupEvent started, NoteDrafter drafter) {
    LOG.infof("engine=%s", drafter.engine().name());
  }
}
