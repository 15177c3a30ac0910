package org.medicscribe.gateway.upload;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.medicscribe.edge.catalogue.ProblemType;
import org.medicscribe.edge.problem.Problem;
import org.medicscribe.edge.problem.Problems;
import org.medicscribe.events.EncounterId;
import org.medicscribe.gateway.encounter.Visitor;
import org.medicscribe.gateway.encounter.Visitors;
import org.medicscribe.gateway.problem.ProblemWriter;
import org.medicscribe.gateway.upload.Upload.Outcome;
import org.medicscribe.gateway.upload.UploadAdmission.Admission;

/** Takes a finished recording instead of a live one; its body waits until it is let in. */
@Singleton
class UploadDoor {

  /** Behind the sign-in, before what is passed through. */
  private static final int ORDER = -45;

  private static final int ACCEPTED = 202;
  private static final Duration BUSY = Duration.ofSeconds(10);

  private final UploadAdmission admission;
  private final Uploads uploads;
  private final Visitors visitors;
  private final ProblemWriter problems;
  private final UploadConfig config;

  UploadDoor(
      UploadAdmission admission,
      Uploads uploads,
      Visitors visitors,
      ProblemWriter problems,
      UploadConfig config) {
    this.admission = admission;
    this.uploads = uploads;
    this.visitors = visitors;
    this.problems = problems;
    this.config = config;
  }

  void route(@Observes Router router) {
    router.post("/api/encounters/:id/audio").order(ORDER).handler(this::receive);
  }

  private void receive(RoutingContext request) {
    Optional<EncounterId> encounter =
        EncounterId.parse(Objects.requireNonNullElse(request.pathParam("id"), ""));
    if (encounter.isEmpty()) {
      problems.write(request, Problems.ofStatus(404));
      return;
    }
    Visitor visitor = visitors.of(encounter.get(), Visitors.signedIn(request));
    admission
        .admit(visitor, request.request())
        .onSuccess(decision -> {
          switch (decision) {
            case Admission.Granted(Runnable leave) -> take(request, visitor, leave);
            case Admission.Refused(Problem problem) -> refuse(request, problem);
          }
        });
  }

  private void take(RoutingContext request, Visitor visitor, Runnable leave) {
    Context context = requireNonNull(Vertx.currentContext());
    BodyStream body =
        new BodyStream(
            request.request(), context, config.stall(), config.leastBytes().asLongValue());
    uploads
        .take(visitor, UploadAdmission.lengthOf(request.request()), body)
        .onComplete(taken -> {
          leave.run();
          if (taken.succeeded()) {
            answer(request, taken.result());
          } else {
            problems.write(request, taken.cause());
          }
        });
  }

  private void answer(RoutingContext request, Outcome outcome) {
    switch (outcome) {
      case Outcome.Safe safe ->
          request
              .response()
              .setStatusCode(ACCEPTED)
              .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
              .end(JsonObject.mapFrom(Taken.of(safe)).toBuffer());
      case Outcome.Unreadable(var why) -> refuse(request, UploadProblems.of(why));
      case Outcome.BrokenOff _ -> refuse(request, Problem.of(ProblemType.BROKEN_OFF));
      case Outcome.Stalled _ -> refuse(request, Problem.of(ProblemType.UPLOAD_STALLED));
      case Outcome.TooLong(var longest) -> refuse(request, UploadProblems.tooLong(longest));
      case Outcome.Refused(var refusal) -> refuse(request, UploadProblems.of(refusal));
    }
  }

  private void refuse(RoutingContext request, Problem problem) {
    boolean isForNow = problem.status() == 429 || problem.status() == 503;
    if (isForNow) {
      problems.busy(request, problem, BUSY);
    } else {
      problems.write(request, problem);
    }
  }
}
