package org.medicscribe.events;

import java.util.Arrays;

/**
 * Why the gateway closes the socket of a visit, and what the other side does then: the one table
 * for gateway, command line and page (see {@code golden/close-codes.json}). Nothing that leaves the
 * reason open ends a recording: what is not in the table is a lost connection.
 */
public enum CloseCode {
  /** A recorder is told so after {@code stopped}; a watcher, that nothing more will be told. */
  DONE(1000, Next.RECONNECT, Next.GIVE_UP),
  /** The gateway is being stopped; another one is there, or this one soon again. */
  SERVICE_RESTART(1012, Next.RECONNECT_AT_ONCE, Next.RECONNECT),
  /** Too much at once, or a neighbour is away. */
  TRY_AGAIN_LATER(1013, Next.RECONNECT, Next.RECONNECT),
  /** What came does not fit the protocol; a new socket begins where the gateway expects it. */
  PROTOCOL(4400, Next.RECONNECT, Next.RECONNECT),
  SIGNED_OUT(4401, Next.RECONNECT, Next.RECONNECT),
  NOT_ALLOWED(4403, Next.GIVE_UP, Next.GIVE_UP),
  NOT_FOUND(4404, Next.GIVE_UP, Next.GIVE_UP),
  IDLE(4408, Next.RECONNECT, Next.RECONNECT),
  /** Somebody else records, or nobody any more. */
  TAKEN(4409, Next.GIVE_UP, Next.RECONNECT),
  TOO_LONG(4413, Next.GIVE_UP, Next.RECONNECT);

  /** What to do after a close. */
  public enum Next {
    /** The audio is kept; connect again after a pause, and start at the first unacknowledged. */
    RECONNECT,
    RECONNECT_AT_ONCE,
    /** Say why, and let be. */
    GIVE_UP
  }

  private final int code;
  private final Next recorder;
  private final Next watcher;

  CloseCode(int code, Next recorder, Next watcher) {
    this.code = code;
    this.recorder = recorder;
    this.watcher = watcher;
  }

  /** What a recorder does after this code. */
  public static Next forRecorder(int code) {
    return Arrays.stream(values())
        .filter(each -> each.code == code)
        .findFirst()
        .map(CloseCode::recorder)
        .orElse(Next.RECONNECT);
  }

  public int code() {
    return code;
  }

  public Next recorder() {
    return recorder;
  }

  public Next watcher() {
    return watcher;
  }
}
