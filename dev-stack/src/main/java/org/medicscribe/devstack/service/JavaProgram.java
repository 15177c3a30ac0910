package org.medicscribe.devstack.service;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Java program of the suite, on the same Java that runs this one.
 *
 * @param options of the virtual machine
 * @param entry what is run: {@code -jar} and a file, or {@code -cp}, a class path and a main class
 * @param jars all that its classes come from
 */
public record JavaProgram(String name, List<String> options, List<String> entry, List<Path> jars) {

  private static final List<String> COMMON =
      List.of(
          "-XX:+UseSerialGC",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          // A cache that does not fit is simply not used.
          "-Xlog:aot*=error");

  private static final String LOG_MANAGER =
      "-Djava.util.logging.manager=org.jboss.logmanager.LogManager";

  private static final int COMMAND_MEGABYTES = 96;

  public JavaProgram {
    options = List.copyOf(options);
    entry = List.copyOf(entry);
    jars = List.copyOf(jars);
  }

  public static JavaProgram service(ServiceKind kind, Path project) throws IOException {
    Path jar = kind.jar(project);
    List<Path> jars;
    try (Stream<Path> files = Files.walk(jar.getParent())) {
      jars = files.filter(file -> file.toString().endsWith(".jar")).toList();
    }
    return new JavaProgram(
        kind.module(),
        List.of("-Xmx" + kind.heapMegabytes() + "m", "-XX:+ExitOnOutOfMemoryError", LOG_MANAGER),
        List.of("-jar", jar.toString()),
        jars);
  }

  /** Another main class of a service, which does one thing without starting it. */
  public static JavaProgram command(ServiceKind kind, Path project, String main)
      throws IOException {
    List<Path> jars = service(kind, project).jars();
    String classPath =
        jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    return new JavaProgram(
        kind.module() + " command",
        List.of("-Xmx" + COMMAND_MEGABYTES + "m", LOG_MANAGER),
        List.of("-cp", classPath, main),
        jars);
  }

  /** A main class from the class path of this very program, in a process of its own. */
  public static JavaProgram own(String name, Class<?> main, int heapMegabytes) {
    // Rarely busy: the second compiler would cost more than it gains.
    return own(name, main, List.of("-Xmx" + heapMegabytes + "m", "-XX:TieredStopAtLevel=1"));
  }

  /** The same for one that works as hard as a service. */
  public static JavaProgram busy(String name, Class<?> main, int heapMegabytes) {
    return own(name, main, List.of("-Xmx" + heapMegabytes + "m"));
  }

  private static JavaProgram own(String name, Class<?> main, List<String> options) {
    String classPath = System.getProperty("java.class.path");
    return new JavaProgram(
        name,
        options,
        List.of("-cp", classPath, main.getName()),
        Arrays.stream(classPath.split(File.pathSeparator))
            .map(Path::of)
            .filter(Files::isRegularFile)
            .toList());
  }

  /**
   * @param additional further options of the virtual machine
   */
  public List<String> command(List<String> additional, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(COMMON);
    command.addAll(options);
    command.addAll(additional);
    command.addAll(entry);
    command.addAll(List.of(arguments));
    return command;
  }
}
