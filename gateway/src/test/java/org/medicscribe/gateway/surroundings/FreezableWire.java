package org.medicscribe.gateway.surroundings;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A TCP relay. Frozen, it holds what is sent in both directions, as a stopped broker would. */
public final class FreezableWire implements AutoCloseable {

  private static final int BUFFER = 16 * 1024;

  private final ServerSocket door;
  private final int target;

  /** Whoever forwards reads; whoever freezes writes. */
  private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock(true);

  private FreezableWire(ServerSocket door, int target) {
    this.door = door;
    this.target = target;
  }

  static FreezableWire to(int port) throws IOException {
    FreezableWire wire =
        new FreezableWire(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
    Thread.ofPlatform().daemon().name("wire").start(wire::accept);
    return wire;
  }

  int port() {
    return door.getLocalPort();
  }

  /** Must be thawed by the same thread. */
  public void freeze() {
    gate.writeLock().lock();
  }

  public void thaw() {
    if (gate.isWriteLockedByCurrentThread()) {
      gate.writeLock().unlock();
    }
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException alreadyClosed) {
      // Nothing is left to do.
    }
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket near = door.accept();
        Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
        near.setTcpNoDelay(true);
        far.setTcpNoDelay(true);
        Thread.ofPlatform().daemon().name("wire-up").start(() -> forward(near, far));
        Thread.ofPlatform().daemon().name("wire-down").start(() -> forward(far, near));
      } catch (IOException closed) {
        // The next one is awaited, or the door is closed.
      }
    }
  }

  private void forward(Socket from, Socket to) {
    byte[] buffer = new byte[BUFFER];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        gate.readLock().lock();
        try {
          out.write(buffer, 0, read);
        } finally {
          gate.readLock().unlock();
        }
      }
    } catch (IOException closed) {
      // One side is gone, and so both.
    }
  }
}
