package org.medicscribe.soapnote.engine;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.medicscribe.soapnote.drafting.NoteDrafter;
import org.medicscribe.soapnote.drafting.openai.OpenAiConfig;
import org.medicscribe.soapnote.reading.Medicines;
import org.medicscribe.soapnote.writing.NoteWriter;
import org.medicscribe.soapnote.writing.Review;
import org.medicscribe.soapnote.writing.WritingConfig;

/** Puts the parts together that know no framework, around the drafter that is configured. */
@ApplicationScoped
class EngineSelection {

  @Produces
  @Singleton
  NoteDrafter drafter(
      OpenAiConfig config,
      @Identifier("openai") Instance<NoteDrafter> openAi,
      @Identifier("embedded") Instance<NoteDrafter> embedded) {
    return config.isConfigured() ? openAi.get() : embedded.get();
  }

  @Produces
  @Singleton
  NoteWriter writer(NoteDrafter drafter, WritingConfig config) {
    return new NoteWriter(drafter, new Review(Medicines.fromWordList()), config, Clock.systemUTC());
  }
}
