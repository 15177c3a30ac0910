package org.medicscribe.devstack.service;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines for the Java processes of the suite, on the same Java that runs this one. */
public final class JavaProgram {

  private JavaProgram() {}

  public static List<String> service(ServiceKind kind, Path project) {
    List<String> command = new ArrayList<>();
    command.add(java());
    command.addAll(kind.memory());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
    command.add("-jar");
    command.add(kind.jar(project).toString());
    return command;
  }

  /** A main class of this very program in a small process of its own. */
  public static List<String> ownMain(Class<?> main, int heapMegabytes, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                java(),
                "-Xmx" + heapMegabytes + "m",
                "-XX:+UseSerialGC",
                // Short-lived and rarely busy: the second compiler would cost more than it gains.
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
