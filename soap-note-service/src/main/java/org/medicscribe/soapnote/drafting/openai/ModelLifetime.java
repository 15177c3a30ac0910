package org.medicscribe.soapnote.drafting.openai;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.medicscribe.events.EngineName;
import org.medicscribe.soapnote.drafting.NoteDrafter;

/**
 * Tells in the readiness report which engine drafts and, of a provider's model, until when it is
 * offered. Only a detail: a provider that is down must not stop this service from reading Kafka.
 */
@Readiness
@ApplicationScoped
class ModelLifetime implements AsyncHealthCheck {

  private static final Duration KEPT = Duration.ofMinutes(10);

  /** A health report cannot wait for a slow provider. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final OpenAiConfig config;
  private final EngineName serving;
  private final Uni<Optional<JsonNode>> models;

  @Inject
  ModelLifetime(Vertx vertx, OpenAiConfig config, NoteDrafter drafter) {
    this(vertx, config, drafter.engine(), PATIENCE);
  }

  ModelLifetime(Vertx vertx, OpenAiConfig config, EngineName serving, Duration patience) {
    this.config = config;
    this.serving = serving;
    this.models =
        new ChatClient(vertx, config)
            .models()
            .map(Optional::of)
            .memoize()
            .forFixedDuration(KEPT)
            .ifNoItem()
            .after(patience)
            .fail()
            .onFailure()
            .recoverWithItem(Optional.empty());
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    HealthCheckResponseBuilder report =
        HealthCheckResponse.named("note model").up().withData("engine", serving.name());
    if (serving.embedded()) {
      return Uni.createFrom().item(report.build());
    }
    report.withData("model", config.model());
    return models.map(list -> describe(list, report));
  }

  private HealthCheckResponse describe(
      Optional<JsonNode> models, HealthCheckResponseBuilder report) {
    if (models.isEmpty()) {
      return report.withData("warning", "the provider does not answer").build();
    }
    for (JsonNode model : models.get().path("data")) {
      if (model.path("id").asText().equals(config.model())) {
        String shutdown = model.path("shutdown_date").asText("");
        return shutdown.isEmpty()
            ? report.build()
            : report
                .withData("shutdownDate", shutdown)
                .withData("warning", "the provider ends this model; set OPENAI_MODEL to another")
                .build();
      }
    }
    return report.withData("warning", "the provider does not list this model").build();
  }
}
