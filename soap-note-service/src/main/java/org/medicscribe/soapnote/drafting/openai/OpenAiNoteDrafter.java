package org.medicscribe.soapnote.drafting.openai;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.medicscribe.events.EngineName;
import org.medicscribe.soapnote.drafting.DraftProgress;
import org.medicscribe.soapnote.drafting.DraftRequest;
import org.medicscribe.soapnote.drafting.DraftResult;
import org.medicscribe.soapnote.drafting.NoteDrafter;
import org.medicscribe.soapnote.drafting.Telling;
import org.medicscribe.soapnote.note.Draft;
import org.medicscribe.soapnote.note.NoteLanguage;
import org.medicscribe.soapnote.reading.Medicines;
import org.medicscribe.soapnote.verification.NoteVerifier;

/** Asks a chat completions server for the draft, and once for what the review finds unsupported. */
@ApplicationScoped
@Identifier("openai") public class OpenAiNoteDrafter implements NoteDrafter {

  /** How much longer a cut answer may become when it is asked for again. */
  private static final int LONGER = 4;

  private final OpenAiConfig config;
  private final ChatClient client;
  private final ChatRequests requests;
  private final RetryRule retryRule;
  private final MeterRegistry registry;
  private final NoteVerifier verifier = new NoteVerifier(Medicines.fromWordList());

  OpenAiNoteDrafter(Vertx vertx, OpenAiConfig config, MeterRegistry registry) {
    this.config = config;
    this.client = new ChatClient(vertx, config);
    this.requests = new ChatRequests(config);
    this.registry = registry;
    this.retryRule = new RetryRule(RandomGenerator.getDefault());
  }

  @Override
  public EngineName engine() {
    String server = config.baseUrl().isPresent() ? "openai-compatible " : "openai ";
    return new EngineName(server + config.model(), false);
  }

  @Override
  public Set<NoteLanguage> languages() {
    return EnumSet.allOf(NoteLanguage.class);
  }

  @Override
  public Uni<DraftResult> draft(DraftRequest request, Consumer<DraftProgress> progress) {
    Telling telling = new Telling(progress);
    int limit = config.maxOutputTokens();
    long begun = System.nanoTime();
    return answer(request, limit, telling, 0)
        .chain(answer ->
            answer instanceof ChatAnswer.CutOff
                ? answer(request, limit * LONGER, telling, 0)
                : Uni.createFrom().item(answer))
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .chain(answer -> reconsidered(request, answer, begun))
        .ifNoItem()
        .after(config.overallTimeout())
        .recoverWithItem(Refusals::tooSlow);
  }

  /** What the review finds unsupported is sent back once, as long as there is time for it. */
  private Uni<DraftResult> reconsidered(DraftRequest request, ChatAnswer answer, long begun) {
    Optional<ModelDraft> read =
        answer instanceof ChatAnswer.Complete complete
            ? DraftReader.read(complete.content(), request.template())
            : Optional.empty();
    if (read.isEmpty()) {
      return Uni.createFrom().item(Refusals.of(answer));
    }
    ModelDraft first = read.get();
    if (first.isEmpty()) {
      return Uni.createFrom().item(Refusals.nothingToWrite());
    }
    Reconsideration reconsideration = Reconsideration.of(first, request, verifier);
    Duration left = config.overallTimeout().minusNanos(System.nanoTime() - begun);
    boolean ask =
        reconsideration.isNeeded()
            && !config.correctionTimeout().isZero()
            && left.compareTo(config.correctionTimeout()) > 0;
    return ask
        ? corrected(request, reconsideration, first.draft())
        : Uni.createFrom().item(new DraftResult.Drafted(first.draft()));
  }

  private Uni<DraftResult> corrected(
      DraftRequest request, Reconsideration reconsideration, Draft first) {
    return client
        .complete(requests.correct(request, reconsideration, config.maxOutputTokens()), piece -> {})
        .invoke(answer -> countCorrection(answer.getClass().getSimpleName()))
        .map(answer -> mended(answer, reconsideration, first))
        .ifNoItem()
        .after(config.correctionTimeout())
        .recoverWithItem(() -> {
          countCorrection("TooLate");
          return new DraftResult.Drafted(first);
        });
  }

  /** A correction that fails, or leaves nothing, leaves the first draft to the clinician. */
  private static DraftResult mended(
      ChatAnswer answer, Reconsideration reconsideration, Draft first) {
    if (answer instanceof ChatAnswer.Complete complete) {
      Draft second = reconsideration.mended(complete.content());
      boolean empty = second.sections().stream().allMatch(s -> s.statements().isEmpty());
      return new DraftResult.Drafted(empty ? first : second);
    }
    return new DraftResult.Drafted(first);
  }

  private void countCorrection(String answer) {
    registry.counter("note.provider.corrections", "answer", answer).increment();
  }

  private Uni<ChatAnswer> answer(DraftRequest request, int limit, Telling telling, int retries) {
    return Uni.createFrom()
        .deferred(() -> {
          StatementFeed feed = new StatementFeed(request.template(), telling.nextAttempt());
          return client.complete(requests.write(request, limit), feed::feed);
        })
        .invoke(this::count)
        .chain(answer ->
            retryRule
                .pauseBefore(answer, retries)
                .map(pause ->
                    Uni.createFrom()
                        .voidItem()
                        .onItem()
                        .delayIt()
                        .by(pause)
                        .chain(() -> answer(request, limit, telling, retries + 1)))
                .orElseGet(() -> Uni.createFrom().item(answer)));
  }

  /** Every exchange, retried ones too: a provider that limps shows here before notes fail. */
  private void count(ChatAnswer answer) {
    registry
        .counter("note.provider.answers", "answer", answer.getClass().getSimpleName())
        .increment();
  }
}
