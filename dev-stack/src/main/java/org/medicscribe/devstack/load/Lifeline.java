package org.medicscribe.devstack.load;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** Ends this process when the one that holds its standard input is gone. */
final class Lifeline {

  private Lifeline() {}

  /** Completes at the first word on the line; the others only hold. */
  static CompletableFuture<Void> attach() {
    CompletableFuture<Void> word = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .name("lifeline")
        .start(() -> {
          try {
            while (System.in.read() >= 0) {
              word.complete(null);
            }
          } catch (IOException gone) {
            // Cut, which means the same.
          }
          Runtime.getRuntime().halt(1);
        });
    return word;
  }
}
