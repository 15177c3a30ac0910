package org.medicscribe.soapnote.drafting.openai;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.medicscribe.events.EngineName;
import org.medicscribe.soapnote.drafting.DraftProgress;
import org.medicscribe.soapnote.drafting.DraftRequest;
import org.medicscribe.soapnote.drafting.DraftResult;
import org.medicscribe.soapnote.drafting.NoteDrafter;
import org.medicscribe.soapnote.drafting.Telling;
import org.medicscribe.soapnote.note.Draft;

/** Asks a chat completions server for the draft. */
@ApplicationScoped
@Identifier("openai") public class OpenAiNoteDrafter implements NoteDrafter {

  /** How much longer a cut answer may become when it is asked for again. */
  private static final int LONGER = 4;

  private final OpenAiConfig config;
  private final ChatClient client;
  private final ChatRequests requests;
  private final RetryRule retryRule;
  private final MeterRegistry registry;

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
  public Uni<DraftResult> draft(DraftRequest request, Consumer<DraftProgress> progress) {
    Telling telling = new Telling(progress);
    int limit = config.maxOutputTokens();
    return answer(request, limit, telling, 0)
        .chain(answer ->
            answer instanceof ChatAnswer.CutOff
                ? answer(request, limit * LONGER, telling, 0)
                : Uni.createFrom().item(answer))
        .map(OpenAiNoteDrafter::result)
        .ifNoItem()
        .after(config.overallTimeout())
        .recoverWithItem(Refusals::tooSlow);
  }

  private Uni<ChatAnswer> answer(DraftRequest request, int limit, Telling telling, int retries) {
    return Uni.createFrom()
        .deferred(() -> {
          StatementFeed feed = new StatementFeed(telling.nextAttempt());
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

  private static DraftResult result(ChatAnswer answer) {
    if (answer instanceof ChatAnswer.Complete complete) {
      Optional<Draft> draft = DraftReader.read(complete.content());
      if (draft.isPresent()) {
        boolean empty = draft.get().sections().stream().allMatch(s -> s.statements().isEmpty());
        return empty ? Refusals.nothingToWrite() : new DraftResult.Drafted(draft.get());
      }
    }
    return Refusals.of(answer);
  }
}
