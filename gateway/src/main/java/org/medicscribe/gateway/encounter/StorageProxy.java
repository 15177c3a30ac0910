package org.medicscribe.gateway.encounter;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.medicscribe.edge.catalogue.ProblemType;
import org.medicscribe.edge.problem.Problem;
import org.medicscribe.edge.problem.Problems;
import org.medicscribe.gateway.problem.ProblemWriter;

/**
 * Passes requests through to storage-service unchanged, and its answers back as they flow. What a
 * request brings is small and read whole first, which bounds it; recordings do not come this way.
 */
@Singleton
public class StorageProxy {

  private static final Logger LOG = Logger.getLogger(StorageProxy.class);

  private static final Duration BUSY = Duration.ofSeconds(5);

  private static final Problem TOO_MANY_LISTEN =
      Problem.of(ProblemType.SERVICE_BUSY)
          .advising("Too many recordings are listened to. Stop one, or try again in a moment.");

  private final NewEncounterCheck newEncounters;
  private final Downloads downloads;
  private final ProblemWriter problems;
  private final SmallBodies bodies;
  private final HttpProxy requests;
  private final HttpProxy audio;

  StorageProxy(
      StorageLink link,
      NewEncounterCheck newEncounters,
      Downloads downloads,
      ProblemWriter problems,
      SmallBodies bodies) {
    this.newEncounters = newEncounters;
    this.downloads = downloads;
    this.problems = problems;
    this.bodies = bodies;
    this.requests = proxy(link, link.requests());
    this.audio = proxy(link, link.audio());
  }

  private HttpProxy proxy(StorageLink link, HttpClient client) {
    return HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
        .origin(_ -> client.request(link.answeredInTime()))
        .addInterceptor(new PassThrough());
  }

  public void pass(RoutingContext request) {
    boolean isAudio =
        request.request().method().equals(HttpMethod.GET)
            && request.normalizedPath().endsWith("/audio");
    if (!isAudio) {
      requests.handle(request.request());
    } else if (downloads.begin(request)) {
      audio.handle(request.request());
    } else {
      problems.busy(request, TOO_MANY_LISTEN, BUSY);
    }
  }

  private final class PassThrough implements ProxyInterceptor {

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
      ProxyRequest request = context.request();
      // Who may ask from which page is decided at this door, not behind it.
      request.headers().remove(HttpHeaders.ORIGIN);
      request.headers().remove(HttpHeaders.COOKIE);
      // Stands in the audit trail; what the caller says about it does not.
      request
          .headers()
          .set("X-Forwarded-For", request.proxiedRequest().remoteAddress().hostAddress());
      if (!isOfAKnownType(request.proxiedRequest())) {
        return Future.succeededFuture(answer(request, Problems.ofStatus(415)));
      }
      return bodies
          .take(request.proxiedRequest(), request.getBody().stream())
          .compose(body -> send(context, body.bytes()).onComplete(_ -> bodies.gone(body)))
          .recover(failure -> Future.succeededFuture(answer(request, problem(failure))));
    }

    private Future<ProxyResponse> send(ProxyContext context, Buffer body) {
      ProxyRequest request = context.request();
      if (body.length() > 0 && !StrictJson.isIt(body.getBytes())) {
        return Future.succeededFuture(answer(request, Problems.MALFORMED_JSON));
      }
      if (isNewEncounter(request)) {
        var refusal = newEncounters.refusal(body.getBytes());
        if (refusal.isPresent()) {
          return Future.succeededFuture(answer(request, refusal.get()));
        }
      }
      request.setBody(body.length() == 0 ? null : Body.body(body));
      return context.sendRequest();
    }

    private static Problem problem(Throwable failure) {
      if (failure instanceof SmallBodies.NotTaken notTaken) {
        return switch (notTaken.reason()) {
          case TOO_LARGE -> Problems.ofStatus(413);
          case TOO_SLOW -> Problems.ofStatus(408);
          case NO_MEMORY -> Problem.of(ProblemType.SERVICE_BUSY);
        };
      }
      LOG.warnf(
          "errorKind=EXTERNAL storage-service does not answer cause=%s",
          failure.getClass().getSimpleName());
      return Problem.of(ProblemType.STORAGE_UNAVAILABLE);
    }

    private ProxyResponse answer(ProxyRequest request, Problem problem) {
      request.setBody(null);
      return request
          .response()
          .setStatusCode(problem.status())
          .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
          .setBody(Body.body(problems.written(problem)));
    }
  }

  /** All that storage-service takes is JSON. */
  private static boolean isOfAKnownType(HttpServerRequest request) {
    String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
    return !SmallBodies.hasBody(request)
        || (type != null && type.strip().toLowerCase(Locale.ROOT).startsWith("application/json"));
  }

  private static boolean isNewEncounter(ProxyRequest request) {
    return request.getMethod().equals(HttpMethod.POST)
        && "/api/encounters".equals(request.proxiedRequest().path());
  }
}
