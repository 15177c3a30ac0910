package org.medicscribe.gateway.encounter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
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

  private final StorageLink link;
  private final ObjectMapper json;

  StorageClient(StorageLink link, ObjectMapper json) {
    this.link = link;
    this.json = json;
  }

  /** Whether the visitor may see the encounter. */
  public Future<StorageAnswer> see(Visitor visitor) {
    return ask(visitor, HttpMethod.GET, "", null);
  }

  /** Whether the visitor may record it on this device. */
  public Future<StorageAnswer> claim(Visitor visitor, RecorderClaim claim) {
    return ask(visitor, HttpMethod.PUT, "/recorder", written(claim))
        .map(answer ->
            // Between grant and answer somebody else may have been let in.
            answer instanceof StorageAnswer.Granted(RecordedEncounter encounter)
                    && !encounter.isHeldBy(claim.recorderId())
                ? refused(RefusalReason.ANOTHER_RECORDER)
                : answer);
  }

  private Future<StorageAnswer> ask(
      Visitor visitor, HttpMethod method, String path, @Nullable Buffer body) {
    RequestOptions request =
        link.answeredInTime()
            .setMethod(method)
            .setURI("/api/encounters/" + visitor.encounterId() + path)
            .putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + visitor.token());
    if (body != null) {
      request.putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
    }
    return asked(visitor, request, body)
        .recover(failure ->
            isCutOff(failure) ? asked(visitor, request, body) : Future.failedFuture(failure))
        .otherwise(refused(RefusalReason.STORAGE_UNAVAILABLE));
  }

  private Future<StorageAnswer> asked(
      Visitor visitor, RequestOptions request, @Nullable Buffer body) {
    return link.recorders().request(request).compose(sent -> exchange(visitor, sent, body));
  }

  /**
   * On the request's own context from here on: who reads an answer must stand there before it can
   * come, and a caller that is not of an event loop may be held up between two steps.
   */
  private Future<StorageAnswer> exchange(
      Visitor visitor, HttpClientRequest request, @Nullable Buffer body) {
    Future<HttpClientResponse> sent = body == null ? request.send() : request.send(body);
    return sent.compose(
        response -> response.body().map(content -> answer(visitor, response, content)));
  }

  /**
   * The other side may close a kept connection just when it is used again. What is asked here may
   * be asked twice: a second claim of the same recorder changes nothing.
   */
  private static boolean isCutOff(Throwable failure) {
    return failure instanceof HttpClosedException || failure instanceof IOException;
  }

  private StorageAnswer answer(Visitor visitor, HttpClientResponse response, Buffer content) {
    return switch (response.statusCode()) {
      case OK -> granted(visitor, content);
      case 401 -> refused(RefusalReason.UNAUTHENTICATED);
      case 403 -> refused(RefusalReason.FORBIDDEN);
      case 404 -> refused(RefusalReason.ENCOUNTER_NOT_FOUND);
      default -> refused(reasonIn(content));
    };
  }

  private StorageAnswer granted(Visitor visitor, Buffer content) {
    try {
      return granted(visitor, json.readValue(content.getBytes(), RecordedEncounter.class));
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

  private RefusalReason reasonIn(Buffer content) {
    try {
      JsonNode problem = json.readTree(content.getBytes());
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

  private Buffer written(Object body) {
    try {
      return Buffer.buffer(json.writeValueAsBytes(body));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a request of ours cannot be written", e);
    }
  }
}
