package org.medicscribe.gateway.encounter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClosedException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.medicscribe.gateway.session.Refusal;
import org.medicscribe.gateway.session.RefusalReason;

/**
 * What the gateway itself asks of storage-service, each time as the user. Answers come on the
 * caller's context, and never as a failed future: a service that does not answer is a refusal too.
 */
@Singleton
public class StorageClient {

  private static final Logger LOG = Logger.getLogger(StorageClient.class);

  private static final int OK = 200;
  private static final byte[] NOTHING = {};

  private final Vertx vertx;
  private final StorageLink link;
  private final ObjectMapper json;

  StorageClient(Vertx vertx, StorageLink link, ObjectMapper json) {
    this.vertx = vertx;
    this.link = link;
    this.json = json;
  }

  /** Whether the visitor may see the encounter. */
  public Future<StorageAnswer> see(Visitor visitor) {
    return ask(visitor, bearer -> link.recorders().see(visitor.encounterId(), bearer));
  }

  /** Whether the visitor may record it on this device. */
  public Future<StorageAnswer> claim(Visitor visitor, RecorderClaim claim) {
    return ask(visitor, bearer -> link.recorders().claim(visitor.encounterId(), bearer, claim))
        .map(answer ->
            // Between grant and answer somebody else may have been let in.
            answer instanceof StorageAnswer.Granted(RecordedEncounter encounter)
                    && !encounter.isHeldBy(claim.recorderId())
                ? refused(RefusalReason.ANOTHER_RECORDER)
                : answer);
  }

  private Future<StorageAnswer> ask(Visitor visitor, Function<String, Uni<Response>> question) {
    Context caller = vertx.getOrCreateContext();
    Promise<StorageAnswer> said = Promise.promise();
    Uni.createFrom()
        .deferred(() -> question.apply("Bearer " + visitor.token()))
        .onFailure(StorageClient::isCutOff)
        .retry()
        .atMost(1)
        .map(response -> answer(visitor, response))
        .onFailure()
        .recoverWithItem(refused(RefusalReason.STORAGE_UNAVAILABLE))
        .subscribe()
        .with(answer -> caller.runOnContext(_ -> said.complete(answer)));
    return said.future();
  }

  /**
   * The other side may close a kept connection just when it is used again. What is asked here may
   * be asked twice: a second claim of the same recorder changes nothing.
   */
  private static boolean isCutOff(Throwable failure) {
    Throwable cause = failure instanceof ProcessingException ? failure.getCause() : failure;
    return cause instanceof HttpClosedException || cause instanceof IOException;
  }

  private StorageAnswer answer(Visitor visitor, Response response) {
    byte[] content = response.hasEntity() ? response.readEntity(byte[].class) : NOTHING;
    return switch (response.getStatus()) {
      case OK -> granted(visitor, content);
      case 401 -> refused(RefusalReason.UNAUTHENTICATED);
      case 403 -> refused(RefusalReason.FORBIDDEN);
      case 404 -> refused(RefusalReason.ENCOUNTER_NOT_FOUND);
      default -> refused(reasonIn(content));
    };
  }

  private StorageAnswer granted(Visitor visitor, byte[] content) {
    try {
      return granted(visitor, json.readValue(content, RecordedEncounter.class));
    } catch (IOException notAsAgreed) {
      return refused(RefusalReason.STORAGE_UNAVAILABLE);
    }
  }

  private StorageAnswer granted(Visitor visitor, RecordedEncounter encounter) {
    return switch (encounter.ownershipOf(visitor.caller())) {
      case OWN -> new StorageAnswer.Granted(encounter);
      case FOREIGN -> {
        LOG.errorf(
            "encounterId=%s errorKind=INTERNAL storage-service granted somebody else's encounter:"
                + " check that both services read tenant and subject from the same claims",
            visitor.encounterId());
        yield refused(RefusalReason.ENCOUNTER_NOT_FOUND);
      }
      case UNNAMED -> {
        LOG.errorf(
            "encounterId=%s errorKind=INTERNAL the answer of storage-service names no owner:"
                + " check that STORAGE_URL leads to a storage-service of this release",
            visitor.encounterId());
        yield refused(RefusalReason.ENCOUNTER_NOT_FOUND);
      }
    };
  }

  private RefusalReason reasonIn(byte[] content) {
    try {
      JsonNode problem = json.readTree(content);
      String type = problem == null ? "" : problem.path("type").asText();
      return RefusalReason.ofCode(type.substring(type.lastIndexOf('/') + 1))
          .orElse(RefusalReason.STORAGE_UNAVAILABLE);
    } catch (IOException notAProblem) {
      return RefusalReason.STORAGE_UNAVAILABLE;
    }
  }

  private static StorageAnswer refused(RefusalReason reason) {
    return new StorageAnswer.Refused(Refusal.of(reason));
  }
}
