package org.medicscribe.gateway.upload;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.OptionalLong;
import org.medicscribe.audiofiles.Refusal;
import org.medicscribe.edge.catalogue.ProblemType;
import org.medicscribe.edge.identity.Role;
import org.medicscribe.edge.problem.Problem;
import org.medicscribe.edge.problem.Problems;
import org.medicscribe.gateway.audio.AudioPublisher;
import org.medicscribe.gateway.encounter.RecordedEncounter;
import org.medicscribe.gateway.encounter.StorageAnswer;
import org.medicscribe.gateway.encounter.StorageClient;
import org.medicscribe.gateway.encounter.Visitor;
import org.medicscribe.gateway.memory.GatewayMemory;
import org.medicscribe.gateway.session.RefusalReason;
import org.medicscribe.memory.Share;

/**
 * Decides whether a finished recording may come, from all that is known before its first byte: who
 * sends it, of which kind and length it says it is, whose visit it is and whether that waits for a
 * recording; and, last, whether there is a place for it, and memory.
 */
@Singleton
class UploadAdmission {

  private final StorageClient storage;
  private final UploadConfig config;
  private final UploadPlaces places;
  private final Share memory;
  private final AudioPublisher publisher;

  UploadAdmission(
      StorageClient storage, UploadConfig config, GatewayMemory memory, AudioPublisher publisher) {
    this.storage = storage;
    this.publisher = publisher;
    this.config = config;
    this.places = new UploadPlaces(config.maxUploads(), config.maxUploadsPerUser());
    this.memory = memory.uploads();
  }

  /** What was decided. */
  sealed interface Admission {

    /** It may come; {@code leave} is to be called once, when all of it is gone again. */
    record Granted(Runnable leave) implements Admission {}

    record Refused(Problem problem) implements Admission {}
  }

  /** The length a request says its body has. */
  static OptionalLong lengthOf(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return length == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(length));
  }

  Future<Admission> admit(Visitor visitor, HttpServerRequest request) {
    return byItsHead(visitor, request)
        .map(problem -> Future.<Admission>succeededFuture(new Admission.Refused(problem)))
        .orElseGet(() ->
            storage
                .see(visitor)
                .map(answer ->
                    byItsVisit(answer)
                        .<Admission>map(Admission.Refused::new)
                        .orElseGet(() -> place(visitor.caller().subject()))));
  }

  private Optional<Problem> byItsHead(Visitor visitor, HttpServerRequest request) {
    if (!visitor.caller().is(Role.CLINICIAN)) {
      return Optional.of(Problems.FORBIDDEN);
    }
    String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
    if (ContentTypes.isForm(type)) {
      return Optional.of(Problem.of(ProblemType.FORM_UPLOAD));
    }
    if (!ContentTypes.mayBeAudio(type)) {
      return Optional.of(Problem.of(ProblemType.UNSUPPORTED_AUDIO));
    }
    OptionalLong length = lengthOf(request);
    if (length.isPresent() && length.getAsLong() == 0) {
      return Optional.of(UploadProblems.of(Refusal.empty()));
    }
    return length.isPresent() && length.getAsLong() > config.maxBytes().asLongValue()
        ? Optional.of(UploadProblems.tooLong(config.maxLength()))
        : Optional.empty();
  }

  private static Optional<Problem> byItsVisit(StorageAnswer answer) {
    return switch (answer) {
      case StorageAnswer.Refused(var refused) -> Optional.of(UploadProblems.of(refused));
      case StorageAnswer.Granted(RecordedEncounter seen) ->
          seen.refusalOfFile().map(UploadProblems::of);
    };
  }

  private Admission place(String user) {
    return switch (places.take(user)) {
      case USER_HAS_ENOUGH -> new Admission.Refused(Problem.of(ProblemType.TOO_MANY_UPLOADS));
      case FULL -> new Admission.Refused(UploadProblems.of(RefusalReason.SERVICE_BUSY));
      case TAKEN -> charged(user, config.memory().asLongValue());
    };
  }

  private Admission charged(String user, long bytes) {
    if (!publisher.hasRoomForAnother() || !memory.tryTake(bytes)) {
      places.free(user);
      return new Admission.Refused(UploadProblems.of(RefusalReason.SERVICE_BUSY));
    }
    return new Admission.Granted(() -> {
      memory.give(bytes);
      places.free(user);
    });
  }
}
