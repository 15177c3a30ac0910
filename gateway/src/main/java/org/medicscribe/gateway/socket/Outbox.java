package org.medicscribe.gateway.socket;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.medicscribe.memory.Share;

/**
 * Sends frames to a reader that may be slow. While much waits to be written, a frame that replaces
 * its predecessor (an acknowledgement, an interim, a delay) is held back and only the newest of its
 * kind is sent later; everything else is sent in order, up to a limit. Of acknowledgements, which
 * come as often as audio does, only the newest of a while is sent in any case. Confined to the
 * event loop.
 */
final class Outbox {

  private final Outlet outlet;
  private final FrameCodec codec;
  private final long holdBytes;
  private final long limitBytes;
  private final Duration ackEvery;
  private final Share memory;
  private long waitingBytes;
  private boolean isFull;
  private boolean isClosed;
  private boolean isAckRecent;
  private ServerFrame.@Nullable Ack heldAck;
  private ServerFrame.@Nullable Interim heldInterim;
  private ServerFrame.@Nullable Delay heldDelay;

  /**
   * @param memory charged for what waits; when it is full, whoever has much waiting is too slow
   */
  Outbox(Outlet outlet, FrameCodec codec, SocketConfig.Outgoing config, Share memory) {
    this.memory = memory;
    this.outlet = outlet;
    this.codec = codec;
    this.holdBytes = config.hold().asLongValue();
    this.limitBytes = config.limit().asLongValue();
    this.ackEvery = config.ackEvery();
  }

  /** False when the reader is too slow: the socket has to be closed. */
  boolean send(ServerFrame frame) {
    boolean isHeldBack = waitingBytes > holdBytes;
    switch (frame) {
      case ServerFrame.Ack ack when isHeldBack || isAckRecent -> heldAck = ack;
      case ServerFrame.Ack ack -> acknowledge(ack);
      case ServerFrame.Interim interim when isHeldBack -> heldInterim = interim;
      case ServerFrame.Delay delay when isHeldBack -> heldDelay = delay;
      case ServerFrame.Final segment -> {
        heldInterim = null;
        write(segment);
      }
      case ServerFrame.Stopped stopped -> {
        releaseAck();
        write(stopped);
      }
      case ServerFrame.Ready _,
          ServerFrame.Interim _,
          ServerFrame.Speakers _,
          ServerFrame.NoteDelta _,
          ServerFrame.Note _,
          ServerFrame.State _,
          ServerFrame.Delay _ ->
          write(frame);
      case ServerFrame.Failed failed -> {
        releaseAck();
        write(failed);
      }
    }
    return waitingBytes <= limitBytes && !isFull;
  }

  /** The connection is gone, with all that waited. */
  void closed() {
    isClosed = true;
    memory.give(waitingBytes);
    waitingBytes = 0;
  }

  void close(int code, String reason) {
    outlet.close(code, reason);
  }

  private void write(ServerFrame frame) {
    String text = codec.write(frame);
    int bytes = text.length();
    if (isClosed) {
      return;
    }
    charge(bytes);
    outlet.write(text, () -> written(bytes));
  }

  /** A reader that keeps up is not sent away because others do not. */
  private void charge(int bytes) {
    if (!memory.tryTake(bytes)) {
      memory.take(bytes);
      isFull = waitingBytes + bytes > holdBytes;
    }
    waitingBytes += bytes;
  }

  private void written(int bytes) {
    if (isClosed) {
      return;
    }
    memory.give(bytes);
    waitingBytes -= bytes;
    if (waitingBytes <= holdBytes) {
      if (!isAckRecent) {
        releaseAck();
      }
      ServerFrame.Interim interim = heldInterim;
      heldInterim = null;
      if (interim != null) {
        write(interim);
      }
      ServerFrame.Delay delay = heldDelay;
      heldDelay = null;
      if (delay != null) {
        write(delay);
      }
    }
  }

  private void releaseAck() {
    ServerFrame.Ack ack = heldAck;
    heldAck = null;
    if (ack != null) {
      acknowledge(ack);
    }
  }

  private void acknowledge(ServerFrame.Ack ack) {
    write(ack);
    if (ackEvery.isPositive() && !isAckRecent) {
      isAckRecent = true;
      outlet.after(ackEvery, this::acknowledgeAgain);
    }
  }

  private void acknowledgeAgain() {
    isAckRecent = false;
    if (waitingBytes <= holdBytes) {
      releaseAck();
    }
  }
}
