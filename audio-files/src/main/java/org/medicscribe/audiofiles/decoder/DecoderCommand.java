package org.medicscribe.audiofiles.decoder;

import java.io.File;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The command line that starts a decoder on this machine. */
final class DecoderCommand {

  /**
   * Where the libraries are unpacked once, and where an MP4 waits (without a name) until it is
   * read.
   */
  static final Path FOLDER =
      Path.of(System.getProperty("java.io.tmpdir"), "medic-scribe-decoder-" + user());

  /**
   * Seconds of processor time; kilobytes of address space where that can be limited, of which a JVM
   * reserves most and uses a tenth; blocks of the largest file.
   */
  private static final String LIMITS =
      "ulimit -t 1200; ulimit -v 4000000 2>/dev/null; ulimit -f 2000000; ulimit -c 0; exec \"$@\"";

  private static final List<String> JVM =
      List.of(
          "-Xmx32m",
          "-Xss512k",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:ReservedCodeCacheSize=16m",
          "-XX:CompressedClassSpaceSize=32m",
          "-XX:-UsePerfData",
          "-Xshare:auto",
          "-Djava.io.tmpdir=" + FOLDER,
          "-Dorg.bytedeco.javacpp.cachedir=" + FOLDER,
          "-Dorg.bytedeco.javacpp.nopointergc=true",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private DecoderCommand() {}

  /** Empty where there is no JVM (a native image), or no library for this machine. */
  static Optional<List<String>> forThisMachine() {
    String home = System.getProperty("java.home", "");
    Path java = Path.of(home, "bin", "java");
    String platform = platform();
    Set<String> classPath = new LinkedHashSet<>();
    for (String needed :
        List.of(
            "org/medicscribe/audiofiles/decoder/DecoderProgram.class",
            "org/bytedeco/javacpp/Loader.class",
            "org/bytedeco/ffmpeg/global/avformat.class",
            "org/bytedeco/javacpp/%s/%s".formatted(platform, library("jnijavacpp")),
            "org/bytedeco/ffmpeg/%s/%s".formatted(platform, library("jniavformat")))) {
      Optional<String> place = placeOf(needed);
      if (place.isEmpty()) {
        return Optional.empty();
      }
      classPath.add(place.get());
    }
    if (home.isEmpty() || !Files.isExecutable(java)) {
      return Optional.empty();
    }
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", LIMITS, "sh", java.toString()));
    command.addAll(JVM);
    command.addAll(
        List.of("-cp", String.join(File.pathSeparator, classPath), DecoderProgram.class.getName()));
    return Optional.of(command);
  }

  /** The jar or folder that a resource stands in. */
  private static Optional<String> placeOf(String resource) {
    URL url = Thread.currentThread().getContextClassLoader().getResource(resource);
    if (url == null) {
      return Optional.empty();
    }
    String place = url.toString();
    String folder =
        place.startsWith("jar:")
            ? place.substring("jar:".length(), place.indexOf("!/"))
            : place.substring(0, place.length() - resource.length());
    return Optional.of(Path.of(URI.create(folder)).toString());
  }

  private static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return (system.contains("mac") ? "macosx" : "linux")
        + (processor.equals("aarch64") || processor.equals("arm64") ? "-arm64" : "-x86_64");
  }

  private static String library(String name) {
    boolean isMac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
    return "lib" + name + (isMac ? ".dylib" : ".so");
  }

  private static String user() {
    return System.getProperty("user.name", "nobody").replaceAll("[^A-Za-z0-9]", "-");
  }
}
