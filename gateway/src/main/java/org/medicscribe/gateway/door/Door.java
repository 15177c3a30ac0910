package org.medicscribe.gateway.door;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.medicscribe.edge.problem.Problems;
import org.medicscribe.events.EncounterId;
import org.medicscribe.gateway.encounter.StorageProxy;
import org.medicscribe.gateway.encounter.Visitors;
import org.medicscribe.gateway.limit.CallerLimits;
import org.medicscribe.gateway.problem.ProblemWriter;

/**
 * The order in which a request is looked at: it gets an id, its address is counted, its caller must
 * be signed in, then it goes to the socket, to a resource of the gateway, or to storage-service.
 */
@Singleton
class Door {

  /** CORS is checked at 300, tokens are read at 200. */
  private static final int BEFORE_EVERYTHING = 400;

  private static final int BEFORE_CORS = 350;
  private static final int BEFORE_TOKENS = 250;

  private static final int SIGN_IN = -50;
  private static final int ROUTES = -40;

  private static final Set<String> OPEN_TO_ALL = Set.of("/api/health", "/api/openapi");

  private static final String REQUEST_ID = "X-Request-Id";
  private static final Pattern USABLE_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private final SignIn signIn;
  private final StorageProxy storage;
  private final CallerLimits limits;
  private final ProblemWriter problems;
  private final ApiDescription description;

  Door(
      SignIn signIn,
      StorageProxy storage,
      CallerLimits limits,
      ProblemWriter problems,
      ApiDescription description) {
    this.signIn = signIn;
    this.storage = storage;
    this.limits = limits;
    this.problems = problems;
    this.description = description;
  }

  void filter(@Observes Filters filters) {
    filters.register(Door::identify, BEFORE_EVERYTHING);
    filters.register(this::check, BEFORE_CORS);
    filters.register(this::countAddress, BEFORE_TOKENS);
  }

  void route(@Observes Router router) {
    router.get("/api/health").order(SIGN_IN).handler(request -> request.reroute("/health"));
    router.get("/api/openapi").order(SIGN_IN).handler(description);
    router.route("/api/*").order(SIGN_IN).handler(this::signInUnlessOpen);
    router.route("/ws/*").order(SIGN_IN).handler(signIn);
    router.route("/ws/encounters/:id").order(ROUTES).handler(this::socket);
    router.route("/api/encounters*").order(ROUTES).handler(this::records);
    router.route("/api/audit*").order(ROUTES).handler(this::records);
    router.route("/api/templates*").order(ROUTES).handler(this::records);
    router.route("/api/emergency-access*").order(ROUTES).handler(this::records);
    router.route("/api/administration*").order(ROUTES).handler(this::records);
    router.route().last().handler(request -> problems.write(request, Problems.ofStatus(404)));
  }

  /** An id that the caller made, if it is fit for a log, or one of our own; passed on and back. */
  private static void identify(RoutingContext request) {
    HttpServerRequest http = request.request();
    String given = http.getHeader(REQUEST_ID);
    String id =
        given != null && USABLE_ID.matcher(given).matches() ? given : UUID.randomUUID().toString();
    http.headers().set(REQUEST_ID, id);
    request.response().putHeader(REQUEST_ID, id);
    request.next();
  }

  private void check(RoutingContext request) {
    WellFormed.refusal(request.request())
        .ifPresentOrElse(problem -> problems.write(request, problem), request::next);
  }

  private void countAddress(RoutingContext request) {
    if (request.normalizedPath().startsWith("/api/")
        || request.normalizedPath().startsWith("/ws/")) {
      Duration wait = limits.askAddress(request.request().remoteAddress().hostAddress());
      if (wait.isPositive()) {
        problems.tooMany(request, wait);
        return;
      }
    }
    request.next();
  }

  private void signInUnlessOpen(RoutingContext request) {
    if (OPEN_TO_ALL.contains(request.normalizedPath())) {
      request.next();
    } else {
      signIn.handle(request);
    }
  }

  private void socket(RoutingContext request) {
    String id = Objects.requireNonNullElse(request.pathParam("id"), "");
    if (EncounterId.parse(id).isPresent()) {
      request.next();
    } else {
      problems.write(request, Problems.ofStatus(404));
    }
  }

  private void records(RoutingContext request) {
    String path = Objects.requireNonNullElse(request.request().path(), "");
    if (!OpenPaths.has(path)) {
      problems.write(request, Problems.ofStatus(404));
      return;
    }
    boolean asksForANote =
        request.request().method().equals(HttpMethod.POST) && path.endsWith("/notes");
    Duration wait =
        asksForANote
            ? limits.askNote(Visitors.signedIn(request).getPrincipal().getName())
            : Duration.ZERO;
    if (wait.isPositive()) {
      problems.tooMany(request, wait);
    } else {
      storage.pass(request);
    }
  }
}
