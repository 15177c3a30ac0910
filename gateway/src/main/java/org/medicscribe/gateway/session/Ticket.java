package org.medicscribe.gateway.session;

import org.medicscribe.events.SampleIndex;

/** Stands for one publication until it is acknowledged; made by {@link AckWindow} only. */
public final class Ticket {

  private final SampleIndex end;
  private final int samples;
  private boolean acknowledged;

  Ticket(SampleIndex end, int samples) {
    this.end = end;
    this.samples = samples;
  }

  SampleIndex end() {
    return end;
  }

  int samples() {
    return samples;
  }

  boolean isAcknowledged() {
    return acknowledged;
  }

  void acknowledge() {
    acknowledged = true;
  }
}
