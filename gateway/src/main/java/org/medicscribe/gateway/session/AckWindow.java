package org.medicscribe.gateway.session;

import java.util.ArrayDeque;
import org.medicscribe.events.SampleIndex;

/**
 * What has been handed to Kafka and what Kafka has acknowledged. {@link #through} only moves over
 * acknowledged publications, oldest first, whatever the order of their acknowledgements. Not
 * thread-safe.
 */
final class AckWindow {

  private final long limit;
  private final int maxFrames;
  private final SampleIndex begin;
  private final SampleIndex stored;
  private final ArrayDeque<Ticket> inFlight = new ArrayDeque<>();
  private long samplesInFlight;
  private long repeated;
  private SampleIndex next;
  private SampleIndex through;

  /**
   * @param limit samples in flight
   * @param maxFrames frames in flight, however small
   * @param from where the recorder goes on
   * @param stored every sample before it has been stored already
   */
  AckWindow(long limit, int maxFrames, SampleIndex from, SampleIndex stored) {
    this.limit = limit;
    this.maxFrames = maxFrames;
    this.begin = from;
    this.stored = stored;
    this.next = from;
    this.through = from;
  }

  /** No frame may start before it: what stands there may be another recorder's. */
  SampleIndex begin() {
    return begin;
  }

  /** The position after the last sample taken: a frame may start there or before, not later. */
  SampleIndex next() {
    return next;
  }

  /** Every sample before it is safe. */
  SampleIndex through() {
    return through;
  }

  /** Counts what is resent too, so that memory is bounded whatever the positions say. */
  boolean hasRoomFor(int samples) {
    return samplesInFlight + samples <= limit && inFlight.size() < maxFrames;
  }

  /** Whether all before {@code end} is kept for good, so that nothing is gained by keeping it. */
  boolean isKept(SampleIndex end) {
    return !end.isAfter(stored.max(through));
  }

  /**
   * Counts a frame of which some or all was sent before, on this socket. False once that is more
   * than a window: a recorder has no reason for it.
   */
  boolean mayRepeat(SampleIndex first, int samples) {
    if (first.isBefore(next)) {
      repeated += Math.min(samples, next.minus(first));
    }
    return repeated <= limit;
  }

  boolean isSettled() {
    return inFlight.isEmpty();
  }

  Ticket take(SampleIndex end, int samples) {
    Ticket ticket = new Ticket(end, samples);
    inFlight.addLast(ticket);
    samplesInFlight += samples;
    next = next.max(end);
    return ticket;
  }

  /** Nothing comes before {@code to}; it is acknowledged with what follows. */
  void skip(SampleIndex to) {
    next = next.max(to);
  }

  /** Whether {@link #through} has moved. */
  boolean acknowledge(Ticket ticket) {
    ticket.acknowledge();
    SampleIndex before = through;
    Ticket oldest = inFlight.peekFirst();
    while (oldest != null && oldest.isAcknowledged()) {
      inFlight.removeFirst();
      samplesInFlight -= oldest.samples();
      through = through.max(oldest.end());
      oldest = inFlight.peekFirst();
    }
    return through.isAfter(before);
  }
}
