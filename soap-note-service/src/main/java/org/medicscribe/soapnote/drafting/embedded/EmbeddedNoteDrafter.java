package org.medicscribe.soapnote.drafting.embedded;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.medicscribe.events.EngineName;
import org.medicscribe.events.FailureKind;
import org.medicscribe.soapnote.drafting.DraftProgress;
import org.medicscribe.soapnote.drafting.DraftRequest;
import org.medicscribe.soapnote.drafting.DraftResult;
import org.medicscribe.soapnote.drafting.NoteDrafter;
import org.medicscribe.soapnote.note.Draft;
import org.medicscribe.soapnote.note.NoteLanguage;

/**
 * Drafts in this process, one note at a time on a thread of its own: the sentence model uses every
 * core it is given, so two at once would only take turns. The model is loaded in the background as
 * soon as this drafter is chosen.
 */
@ApplicationScoped
@Identifier("embedded") public class EmbeddedNoteDrafter implements NoteDrafter {

  private static final EngineName ENGINE = new EngineName("embedded extractive minilm-l6", true);

  /** A note takes seconds: whoever is behind so many others had better ask again. */
  private static final int WAITING = 64;

  private final Embedder embedder = new MiniLmEmbedder();
  private final NoteComposer composer = NoteComposer.trained(embedder);
  private final ThreadPoolExecutor worker =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING),
          Thread.ofPlatform().name("embedded-drafter").daemon().factory());

  @PostConstruct
  void warmUp() {
    worker.execute(() -> embedder.embed("Reports chest pain."));
  }

  @PreDestroy
  void stop() {
    worker.shutdownNow();
  }

  @Override
  public Uni<DraftResult> draft(DraftRequest request, Consumer<DraftProgress> progress) {
    return Uni.createFrom().emitter(emitter -> start(request, progress, emitter));
  }

  @Override
  public EngineName engine() {
    return ENGINE;
  }

  @Override
  public Set<NoteLanguage> languages() {
    return EnumSet.of(NoteLanguage.ENGLISH);
  }

  private void start(
      DraftRequest request,
      Consumer<DraftProgress> progress,
      UniEmitter<? super DraftResult> emitter) {
    if (!languages().contains(request.language())) {
      emitter.complete(
          new DraftResult.Refused(
              FailureKind.CALLER,
              "offline-english-only",
              "The offline drafter writes English notes of English visits only. Ask for the note"
                  + " in English, or have a note provider configured."));
      return;
    }
    AtomicBoolean cancelled = new AtomicBoolean();
    emitter.onTermination(() -> cancelled.set(true));
    try {
      worker.execute(() -> work(request, progress, emitter, cancelled));
    } catch (RejectedExecutionException full) {
      emitter.complete(
          new DraftResult.Refused(
              FailureKind.CAPACITY,
              "drafter-busy",
              "Too many notes are being drafted at the moment. Ask again in a minute."));
    }
  }

  private void work(
      DraftRequest request,
      Consumer<DraftProgress> progress,
      UniEmitter<? super DraftResult> emitter,
      AtomicBoolean cancelled) {
    try {
      if (!cancelled.get()) {
        Draft draft = composer.compose(request.transcript(), request.template(), cancelled::get);
        emitter.complete(result(draft, progress));
      }
    } catch (RuntimeException defect) {
      emitter.fail(defect);
    }
  }

  private static DraftResult result(Draft draft, Consumer<DraftProgress> progress) {
    if (draft.sections().isEmpty()) {
      return new DraftResult.Refused(
          FailureKind.CALLER,
          "nothing-to-note",
          "Nothing in this recording reads like a medical visit, so there is no draft. Check the"
              + " transcript, or write the note by hand.");
    }
    draft
        .sections()
        .forEach(section ->
            section
                .statements()
                .forEach(s -> progress.accept(new DraftProgress(section.code(), s.text() + "\n"))));
    return new DraftResult.Drafted(draft);
  }
}
