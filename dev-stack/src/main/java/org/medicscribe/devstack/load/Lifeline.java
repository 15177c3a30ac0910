package org.medicscribe.devstack.load;

import java.io.IOException;

/** Ends this process when the one that holds its standard input is gone. */
final class Lifeline {

  private Lifeline() {}

  static void attach() {
    Thread.ofPlatform()
        .daemon()
        .name("lifeline")
        .start(() -> {
          try {
            while (System.in.read() >= 0) {
              // Nothing is said on this line; it only holds.
            }
          } catch (IOException gone) {
            // Cut, which means the same.
          }
          Runtime.getRuntime().halt(1);
        });
  }
}
