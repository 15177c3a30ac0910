package org.medicscribe.gateway.socket;

import java.time.Duration;

/** The sending side of a socket. */
interface Outlet {

  /** Writes a text frame; {@code written} is called when it has left this process, or cannot. */
  void write(String text, Runnable written);

  void close(int code, String reason);

  /** Runs the task later, on the event loop of the socket. */
  void after(Duration delay, Runnable task);
}
