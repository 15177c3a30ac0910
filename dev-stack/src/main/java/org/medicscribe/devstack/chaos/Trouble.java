package org.medicscribe.devstack.chaos;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.medicscribe.devstack.ports.Part;
import org.medicscribe.devstack.service.ServiceId;
import org.medicscribe.devstack.service.ServiceKind;
import org.medicscribe.devstack.suite.Suite;

/**
 * One kind of trouble: begins it and ends it.
 *
 * @param whom it befalls: no two at a time befall the same
 * @param begin returns when the damage is done
 * @param end returns when it is repaired
 */
record Trouble(String name, String whom, Action begin, Action end) {

  /** What may fail. */
  @FunctionalInterface
  interface Action {
    void run() throws Exception;
  }

  /** Everything that may befall the suite. */
  static List<Trouble> all(Suite suite, GatewayLink link, Path audio) {
    List<Trouble> all = new ArrayList<>();
    for (ServiceKind kind : ServiceKind.values()) {
      ServiceId service = ServiceId.first(kind);
      all.add(
          new Trouble(
              service.label() + " killed",
              service.label(),
              () -> suite.kill(service),
              () -> suite.restart(service)));
    }
    for (Part part : List.of(Part.KAFKA, Part.POSTGRESQL, Part.DEEPGRAM_SIMULATOR)) {
      all.add(
          new Trouble(
              part.label() + " killed",
              part.label(),
              () -> suite.kill(part),
              () -> suite.restart(part)));
    }
    all.add(new Trouble("network cut", "network", link::cut, () -> {}));
    Path away = audio.resolveSibling(audio.getFileName() + "-away");
    all.add(
        new Trouble(
            "audio volume gone",
            ServiceId.first(ServiceKind.STORAGE).label(),
            () -> {
              Files.move(audio, away);
              Files.createFile(audio);
            },
            () -> {
              Files.delete(audio);
              Files.move(away, audio);
            }));
    return all;
  }
}
