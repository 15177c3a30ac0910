package org.medicscribe.devstack.ports;

import java.util.Locale;

/** Everything of the suite that listens on a port, with the port it has unless told otherwise. */
public enum Part {
  GATEWAY(8000),
  TRANSCRIPTION(8001),
  SOAP_NOTE(8002),
  STORAGE(8003),
  ISSUER(8004),
  DEEPGRAM_SIMULATOR(8005),
  OPENAI_SIMULATOR(8006),
  PAGE(8080),
  POSTGRESQL(15432),
  KAFKA(19092),
  KAFKA_CONTROLLER(19093);

  private final int standardPort;

  Part(int standardPort) {
    this.standardPort = standardPort;
  }

  int standardPort() {
    return standardPort;
  }

  /** Whether a browser asks it, not only other parts. */
  boolean isForBrowsers() {
    return this == PAGE || this == GATEWAY || this == ISSUER;
  }

  /** The name shown to people and used in options: {@code soap-note}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The environment variable that changes the port: {@code SCRIBE_SOAP_NOTE_PORT}. */
  public String variable() {
    return "SCRIBE_" + name() + "_PORT";
  }
}
