package org.medicscribe.storage.outage;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.unchecked.Unchecked;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The tables, brought up to date as soon as the database answers. Until then the service lives, and
 * neither takes a record nor answers a question about one.
 */
@ApplicationScoped
public class Schema {

  private static final Logger LOG = Logger.getLogger(Schema.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final ServiceLogin login;
  private final Flyway flyway;
  private final Instance<AfterMigration> afterwards;
  private final Uni<Void> migration;
  private final CompletableFuture<Void> migrated = new CompletableFuture<>();

  Schema(ServiceLogin login, Flyway flyway, Instance<AfterMigration> afterwards) {
    this.login = login;
    this.flyway = flyway;
    this.afterwards = afterwards;
    this.migration =
        Uni.createFrom()
            .voidItem()
            .invoke(Unchecked.consumer(nothing -> bringUpToDate()))
            .onFailure()
            .invoke(Schema::tell);
  }

  /** Before the door opens if the database is there, as it is as a rule; else behind it. */
  void migrate(@Observes StartupEvent started) {
    migration.subscribe().with(this::done, failure -> tryAgain());
  }

  private void bringUpToDate() throws Exception {
    login.make();
    flyway.migrate();
    for (AfterMigration each : afterwards) {
      each.run();
    }
  }

  private void tryAgain() {
    migration
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .onFailure()
        .retry()
        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
        .indefinitely()
        .subscribe()
        .with(this::done);
  }

  private void done(@Nullable Void nothing) {
    migrated.complete(null);
  }

  /** Ends once the tables are there. */
  public Uni<Void> ready() {
    return Uni.createFrom().completionStage(migrated);
  }

  public boolean isReady() {
    return migrated.isDone();
  }

  /** What Flyway says first names the address or the migration; it knows nothing of patients. */
  private static void tell(Throwable failure) {
    LOG.warnf(
        "schema waits: cause=%s reason=\"%s\"",
        Outages.kindOf(failure),
        String.valueOf(failure.getMessage()).lines().findFirst().orElse(""));
  }
}
