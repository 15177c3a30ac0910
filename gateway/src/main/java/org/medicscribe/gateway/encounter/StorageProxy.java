package org.medicscribe.gateway.encounter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.streams.ReadStream;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.medicscribe.edge.problem.Problem;
import org.medicscribe.edge.problem.Problems;

/**
 * Passes requests through to storage-service unchanged, and its answers back as they flow. What a
 * request brings is small and read whole first, which bounds it; recordings do not come this way.
 */
@Singleton
public class StorageProxy {

  private static final Logger LOG = Logger.getLogger(StorageProxy.class);

  private final StorageConfig config;
  private final NewEncounterCheck newEncounters;
  private final ObjectMapper json;
  private final HttpProxy proxy;

  StorageProxy(
      HttpClient client, StorageConfig config, NewEncounterCheck newEncounters, ObjectMapper json) {
    this.config = config;
    this.newEncounters = newEncounters;
    this.json = json;
    RequestOptions options = new RequestOptions().setTimeout(config.answerTimeout().toMillis());
    this.proxy =
        HttpProxy.reverseProxy(client)
            .origin(_ -> client.request(new RequestOptions(options)))
            .addInterceptor(new PassThrough());
  }

  public void pass(HttpServerRequest request) {
    proxy.handle(request);
  }

  private final class PassThrough implements ProxyInterceptor {

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
      ProxyRequest request = context.request();
      // Who may ask from which page is decided at this door, not behind it.
      request.headers().remove(HttpHeaders.ORIGIN);
      request.headers().remove(HttpHeaders.COOKIE);
      return bodyOf(request)
          .compose(body -> send(context, body))
          .recover(failure -> Future.succeededFuture(problem(request, failure)));
    }

    private Future<ProxyResponse> send(ProxyContext context, Buffer body) {
      ProxyRequest request = context.request();
      if (isNewEncounter(request)) {
        var refusal = newEncounters.refusal(body.getBytes());
        if (refusal.isPresent()) {
          return Future.succeededFuture(answer(request, refusal.get()));
        }
      }
      request.setBody(body.length() == 0 ? null : Body.body(body));
      return context.sendRequest();
    }

    private ProxyResponse problem(ProxyRequest request, Throwable failure) {
      if (failure instanceof TooLarge) {
        return answer(request, Problems.ofStatus(413));
      }
      LOG.warnf(
          "errorKind=EXTERNAL storage-service does not answer cause=%s",
          failure.getClass().getSimpleName());
      return answer(
          request,
          Problem.of(
              "storage-unavailable",
              503,
              "The records cannot be reached at the moment",
              "Nothing is lost. Try again in a moment."));
    }

    private ProxyResponse answer(ProxyRequest request, Problem problem) {
      return request
          .release()
          .response()
          .setStatusCode(problem.status())
          .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
          .setBody(Body.body(written(problem)));
    }
  }

  private Future<Buffer> bodyOf(ProxyRequest request) {
    Promise<Buffer> whole = Promise.promise();
    Buffer body = Buffer.buffer();
    ReadStream<Buffer> stream = request.getBody().stream();
    long limit = config.maxBody().asLongValue();
    stream.exceptionHandler(whole::tryFail);
    stream.endHandler(_ -> whole.tryComplete(body));
    stream.handler(part -> {
      if (body.length() + part.length() > limit) {
        whole.tryFail(new TooLarge());
      } else {
        body.appendBuffer(part);
      }
    });
    stream.resume();
    return whole.future();
  }

  private static boolean isNewEncounter(ProxyRequest request) {
    return request.getMethod().equals(HttpMethod.POST)
        && "/api/encounters".equals(request.proxiedRequest().path());
  }

  private Buffer written(Problem problem) {
    try {
      return Buffer.buffer(json.writeValueAsBytes(problem));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a problem cannot be written", e);
    }
  }

  private static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLarge() {
      super("body", null, false, false);
    }
  }
}
