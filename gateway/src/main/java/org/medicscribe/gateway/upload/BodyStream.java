package org.medicscribe.gateway.upload;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.medicscribe.gateway.encounter.SmallBodies;

/**
 * The body of a request, for a thread that may wait. Nothing is asked of the connection but what is
 * about to be read, so whoever sends faster than is read is held back by TCP. Whoever sends so
 * slowly that nothing would ever come of it is given up.
 *
 * <p>To be made on the request's event loop while the request is paused; read by one other thread.
 */
final class BodyStream extends InputStream {

  /** Parts asked for at once: enough that reading and receiving overlap. */
  private static final int AHEAD = 8;

  private final HttpServerRequest request;
  private final Context context;
  private final long patienceNanos;
  private final long leastBytes;
  private final ArrayDeque<Buffer> parts = new ArrayDeque<>();
  private int asked;
  private boolean isEnded;
  private @Nullable Throwable broken;

  private Buffer part = Buffer.buffer();
  private int position;
  private long waitedNanos;
  private long receivedBytes;

  /**
   * @param patience how long the reader waits for {@code leastBytes}, all in all
   */
  BodyStream(HttpServerRequest request, Context context, Duration patience, long leastBytes) {
    this.request = request;
    this.context = context;
    this.patienceNanos = patience.toNanos();
    this.leastBytes = leastBytes;
    request.handler(this::arrived);
    request.endHandler(_ -> ended());
    request.exceptionHandler(this::broken);
    SmallBodies.invite(request);
  }

  /** The sender is too slow. */
  static final class Stalled extends IOException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (length == 0) {
      return 0;
    }
    if (position == part.length()) {
      Buffer next = next();
      if (next == null) {
        return -1;
      }
      part = next;
      position = 0;
    }
    int count = Math.min(length, part.length() - position);
    part.getBytes(position, position + count, target, offset);
    position += count;
    return count;
  }

  private synchronized @Nullable Buffer next() throws IOException {
    while (true) {
      Buffer next = parts.poll();
      if (next != null) {
        progress(next.length());
        return next;
      }
      if (broken != null) {
        throw new IOException("the sender is gone");
      }
      if (isEnded) {
        return null;
      }
      if (asked == 0) {
        asked = AHEAD;
        context.runOnContext(_ -> request.fetch(AHEAD));
      }
      await();
    }
  }

  private void progress(int bytes) {
    receivedBytes += bytes;
    if (receivedBytes >= leastBytes) {
      receivedBytes = 0;
      waitedNanos = 0;
    }
  }

  private void await() throws IOException {
    long left = patienceNanos - waitedNanos;
    if (left <= 0) {
      throw new Stalled();
    }
    long since = System.nanoTime();
    try {
      wait(Math.max(1, left / 1_000_000));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted");
    }
    waitedNanos += System.nanoTime() - since;
  }

  private synchronized void arrived(Buffer next) {
    asked = Math.max(0, asked - 1);
    parts.add(next);
    notifyAll();
  }

  private synchronized void ended() {
    isEnded = true;
    notifyAll();
  }

  private synchronized void broken(Throwable failure) {
    broken = failure;
    notifyAll();
  }
}
