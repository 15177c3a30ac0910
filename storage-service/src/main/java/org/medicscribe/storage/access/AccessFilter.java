package org.medicscribe.storage.access;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.net.Inet;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;
import org.medicscribe.edge.identity.Caller;
import org.medicscribe.edge.identity.CallerReader;
import org.medicscribe.edge.problem.Problem;
import org.medicscribe.storage.access.Answered.Seen;
import org.medicscribe.storage.audit.AuditEntry.Action;
import org.medicscribe.storage.outage.Outages;

/** Looks at every answer before it goes out. What cannot be written down is not shown. */
class AccessFilter {

  private static final Logger LOG = Logger.getLogger(AccessFilter.class);
  private static final Annotation[] NO_ANNOTATIONS = {};
  private static final int FAILED = 500;

  /** Who asked the gateway; the gateway says so, and is the only one that asks here. */
  private static final String FORWARDED_FOR = "X-Forwarded-For";

  /** Where issuers name the session that a token belongs to; it outlives the token. */
  private static final List<String> SESSION_CLAIMS = List.of("sid", "session_id", "auth_time");

  private static final int SESSION_LENGTH = 64;

  private final AccessTrail trail;
  private final People people;
  private final CallerReader callers;
  private final CurrentIdentityAssociation identities;

  AccessFilter(
      AccessTrail trail,
      People people,
      CallerReader callers,
      CurrentIdentityAssociation identities) {
    this.trail = trail;
    this.people = people;
    this.callers = callers;
    this.identities = identities;
  }

  @ServerResponseFilter
  Uni<Void> look(
      ContainerRequestContext request, ContainerResponseContext response, RoutingContext context) {
    Answered answered =
        new Answered(
            request.getMethod(),
            context.normalizedPath(),
            response.getStatus(),
            problem(response.getEntity()),
            isDocument(response.getMediaType()));
    if (answered.status() >= FAILED) {
      // Nothing was seen.
      return Uni.createFrom().voidItem();
    }
    String address = address(context);
    return identities
        .getDeferredIdentity()
        .onItem()
        .transform(this::known)
        // Who is not let in has seen nothing, and has no name.
        .onFailure()
        .recoverWithItem(Optional.empty())
        .chain(person ->
            person
                .map(known -> record(known, answered, address))
                .orElseGet(() -> Uni.createFrom().voidItem()))
        .onFailure()
        .invoke(failure -> {
          LOG.errorf(
              "access not written down: errorKind=EXTERNAL cause=%s", Outages.kindOf(failure));
          withhold(response);
        })
        .onFailure()
        .recoverWithNull();
  }

  private static void withhold(ContainerResponseContext response) {
    response.setStatus(Outages.UNAVAILABLE.status());
    response.setEntity(Outages.UNAVAILABLE, NO_ANNOTATIONS, MediaType.valueOf(Problem.MEDIA_TYPE));
  }

  private Uni<Void> record(Known known, Answered answered, String address) {
    Uni<Void> written =
        people
            .met(known.caller())
            .chain(() ->
                trail.record(
                    access(
                        known.caller(),
                        new Seen(Action.SIGNED_IN, null, session(known.token())),
                        address)));
    return answered
        .seen()
        .map(seen -> written.chain(() -> trail.record(access(known.caller(), seen, address))))
        .orElse(written);
  }

  /** Who has a token that holds. */
  private record Known(JsonWebToken token, Caller caller) {}

  private Optional<Known> known(SecurityIdentity identity) {
    return identity.getPrincipal() instanceof JsonWebToken token
        ? Optional.of(new Known(token, callers.callerOf(identity)))
        : Optional.empty();
  }

  private static Access access(Caller caller, Seen seen, String address) {
    return new Access(
        caller.tenant(), caller.subject(), seen.action(), seen.encounterId(), seen.what(), address);
  }

  private static @Nullable String problem(@Nullable Object entity) {
    return entity instanceof Problem problem ? problem.name() : null;
  }

  /** What is no JSON of ours is to be kept outside. */
  private static boolean isDocument(@Nullable MediaType type) {
    return type != null
        && (type.getType().equals("text")
            || type.getSubtype().equals("pdf")
            || type.getSubtype().equals("fhir+json"));
  }

  /** A session as the trail may hold it: letters, digits and dashes. */
  private static String session(JsonWebToken token) {
    return SESSION_CLAIMS.stream()
        .map(token::<Object>getClaim)
        .filter(Objects::nonNull)
        .map(Object::toString)
        .filter(session -> session.length() <= SESSION_LENGTH && session.matches("[A-Za-z0-9-]+"))
        .findFirst()
        .map(session -> "session " + session)
        .orElse("");
  }

  private static String address(RoutingContext context) {
    String forwarded = context.request().getHeader(FORWARDED_FOR);
    return Stream.of(forwarded, context.request().remoteAddress().hostAddress())
        .filter(Objects::nonNull)
        .filter(address -> Inet.parseInetAddress(address) != null)
        .findFirst()
        .orElse("unknown");
  }
}
