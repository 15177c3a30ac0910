package org.medicscribe.gateway.socket;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.gateway.session.SessionLimits;

/** The bounds of the socket of a visit. */
@ConfigMapping(prefix = "gateway.socket")
public interface SocketConfig {

  /** Audio that may be unacknowledged. */
  @WithDefault("10s")
  Duration window();

  /**
   * What a frame counts for at least, however short it is: of the window, and of the pace. So a
   * second of audio is never more than a hundred records.
   */
  @WithDefault("10ms")
  Duration minFrame();

  /** How many times faster than speech a recording may go on steadily, beyond its window. */
  @WithDefault("2")
  double pace();

  /** The longest frame. */
  @WithDefault("1s")
  Duration maxFrame();

  /** The longest recording. */
  @WithDefault("3h")
  Duration maxLength();

  /** How long a recorder may send nothing. */
  @WithDefault("60s")
  Duration idle();

  /** How long a recorder may stay paused. */
  @WithDefault("1h")
  Duration paused();

  /**
   * Sockets at once on this gateway; more are told to come back later. Unset, there are as many as
   * memory has room for: about 950 in a heap of 192 MB.
   */
  OptionalInt maxSockets();

  /** What an open socket costs while nothing happens on it. */
  @WithDefault("40K")
  MemorySize memory();

  /** Sockets of one user at once; the longest watcher gives way to the next one. */
  @WithDefault("10")
  int perUser();

  /** How long a new socket has to start a recording, before it counts as a watcher. */
  @WithDefault("10s")
  Duration grace();

  /** The longest text frame; those of the protocol are far shorter. */
  @WithDefault("4K")
  MemorySize maxText();

  TakeOver takeOver();

  /** How the audio of a recorder that follows another is put behind what the other has sent. */
  interface TakeOver {

    /**
     * How long the gateway of the other recorder has to hear of it. Nothing waits for it but the
     * first audio of the new recorder, on its own device. The same on every gateway.
     */
    @WithDefault("1s")
    Duration notice();

    /**
     * A gateway that cannot be sure to have heard of all claims made so long ago acknowledges
     * nothing. Shorter than the notice, so that nothing is acknowledged behind the mark.
     */
    default Duration lease() {
      return notice().multipliedBy(3).dividedBy(4);
    }

    /** How often storage-service is asked whether it has stored all that came before. */
    @WithDefault("100ms")
    Duration askEvery();

    /** After this the new recorder is told to come back later. */
    @WithDefault("10s")
    Duration patience();
  }

  Token token();

  /** How long what opened a socket holds. */
  interface Token {

    /**
     * How long a recording may go on after its token has ended: the longest visit, with a pause in
     * it.
     */
    @WithDefault("4h")
    Duration outlivedFor();

    /** How often storage-service is asked whether the caller may still see the encounter. */
    @WithDefault("5m")
    Duration askEvery();
  }

  Outgoing outgoing();

  /** What waits for a reader. */
  interface Outgoing {

    /** Beyond it, frames that the next one replaces anyway are held back. */
    @WithDefault("16K")
    MemorySize hold();

    /** Beyond it the reader is too slow, and its socket is closed. */
    @WithDefault("1M")
    MemorySize limit();

    /**
     * An acknowledgement covers those before it, so at most one goes out in this time. What a
     * recorder that lost its socket sends again grows by so much.
     */
    @WithDefault("500ms")
    Duration ackEvery();
  }

  default SessionLimits sessionLimits() {
    return new SessionLimits(
        SampleIndex.samplesIn(window()),
        Math.toIntExact(SampleIndex.samplesIn(minFrame())),
        Math.toIntExact(SampleIndex.samplesIn(maxFrame())),
        SampleIndex.samplesIn(maxLength()),
        pace(),
        idle(),
        paused());
  }
}
