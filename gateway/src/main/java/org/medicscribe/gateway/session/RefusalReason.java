package org.medicscribe.gateway.session;

import java.util.Optional;
import org.medicscribe.edge.catalogue.ProblemType;
import org.medicscribe.events.CloseCode;

/**
 * Why a socket is refused: those of the catalogue's problems that can happen there, each under its
 * own name, with the code by which the socket is closed.
 */
public enum RefusalReason {
  MALFORMED_FRAME(CloseCode.PROTOCOL),
  FRAME_TOO_LARGE(CloseCode.PROTOCOL),
  UNKNOWN_TYPE(CloseCode.PROTOCOL),
  AUDIO_EXPECTED(CloseCode.PROTOCOL),
  POSITION_GAP(CloseCode.PROTOCOL),
  NOT_STARTED(CloseCode.PROTOCOL),
  UNAUTHENTICATED(CloseCode.SIGNED_OUT),
  FORBIDDEN(CloseCode.NOT_ALLOWED),
  NO_CONSENT(CloseCode.NOT_ALLOWED),
  CONSENT_WITHDRAWN(CloseCode.NOT_ALLOWED),
  ENCOUNTER_NOT_FOUND(CloseCode.NOT_FOUND),
  IDLE(CloseCode.IDLE),
  ANOTHER_RECORDER(CloseCode.TAKEN),
  ANOTHER_RECORDING(CloseCode.TAKEN),
  RECORDING_ENDED(CloseCode.TAKEN),
  TOO_LONG(CloseCode.TOO_LONG),
  WINDOW_EXCEEDED(CloseCode.TRY_AGAIN_LATER),
  SERVICE_BUSY(CloseCode.TRY_AGAIN_LATER),
  TOO_MANY_SOCKETS(CloseCode.TRY_AGAIN_LATER),
  SLOW_READER(CloseCode.TRY_AGAIN_LATER),
  KAFKA_UNAVAILABLE(CloseCode.TRY_AGAIN_LATER),
  STORAGE_UNAVAILABLE(CloseCode.TRY_AGAIN_LATER);

  private final CloseCode closeCode;
  private final ProblemType problem;

  RefusalReason(CloseCode closeCode) {
    this.closeCode = closeCode;
    this.problem = ProblemType.valueOf(name());
  }

  /** The reason with this stable name, if there is one. */
  public static Optional<RefusalReason> ofCode(String code) {
    return ProblemType.named(code).flatMap(RefusalReason::of);
  }

  private static Optional<RefusalReason> of(ProblemType problem) {
    for (RefusalReason reason : values()) {
      if (reason.problem == problem) {
        return Optional.of(reason);
      }
    }
    return Optional.empty();
  }

  public CloseCode closeCode() {
    return closeCode;
  }

  /** How it is worded, here and over HTTP. */
  public ProblemType problem() {
    return problem;
  }
}
