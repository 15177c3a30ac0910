package org.medicscribe.devstack.client;

import java.time.Duration;
import java.util.Optional;

/**
 * Decides which samples go out when: in step with the clock, within the window of unacknowledged
 * audio, and again from the first unacknowledged sample after a lost socket.
 */
final class SendPlan {

  /** A tenth of a second, as the page sends. */
  static final int FRAME_SAMPLES = 1_600;

  private static final int RATE = 16_000;

  /** A run of samples to send now. */
  record Frame(long position, int samples) {}

  private final long total;
  private final double speed;
  private long acknowledged;
  private long sent;
  private long window;
  private int maxFrame = FRAME_SAMPLES;

  /**
   * @param speed 1 for real time; 0 as fast as the window lets it
   */
  SendPlan(long total, double speed) {
    this.total = total;
    this.speed = speed;
  }

  /** The first sample that is not known to be safe: where a new socket starts from. */
  long firstUnacknowledged() {
    return acknowledged;
  }

  long acknowledgedSamples() {
    return acknowledged;
  }

  long sentSamples() {
    return sent;
  }

  void ready(Incoming.Ready ready) {
    sent = ready.next();
    acknowledged = Math.max(acknowledged, ready.next());
    window = ready.windowSamples();
    maxFrame = Math.min(FRAME_SAMPLES, ready.maxFrameSamples());
  }

  void acknowledge(long through) {
    acknowledged = Math.max(acknowledged, through);
  }

  boolean isAllSent() {
    return sent >= total;
  }

  /**
   * The next frame, unless its time has not come or the window is full.
   *
   * @param elapsed since the recording began
   */
  Optional<Frame> next(Duration elapsed) {
    int samples = (int) Math.min(maxFrame, total - sent);
    boolean fits = sent + samples - acknowledged <= window;
    if (samples <= 0 || !fits || sent + samples > recordedBy(elapsed)) {
      return Optional.empty();
    }
    Frame frame = new Frame(sent, samples);
    sent += samples;
    return Optional.of(frame);
  }

  /** A microphone has a frame only once all of it was spoken. */
  private long recordedBy(Duration elapsed) {
    if (speed == 0) {
      return total;
    }
    long recorded = (long) (elapsed.toNanos() / 1e9 * RATE * speed);
    return recorded >= total ? total : recorded;
  }
}
