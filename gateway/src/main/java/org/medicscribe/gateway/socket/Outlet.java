package org.medicscribe.gateway.socket;

/** The sending side of a socket. */
interface Outlet {

  /** Writes a text frame; {@code written} is called when it has left this process, or cannot. */
  void write(String text, Runnable written);

  void close(int code, String reason);
}
