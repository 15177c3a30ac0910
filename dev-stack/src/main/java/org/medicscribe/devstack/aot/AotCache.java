package org.medicscribe.devstack.aot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The cache of one program. A first run records what it loads and compiles (JEP 483, 515), which
 * becomes the cache that later runs start from. The name of the files holds a digest of the jars
 * and of the Java version, so a new build starts over.
 *
 * @param recording what a run has recorded, from which the cache is made
 * @param cache what the next run starts from
 */
public record AotCache(Path recording, Path cache) {

  private static final int KEY_DIGITS = 16;

  /** What a start can do with the cache as it stands. */
  public enum Stage {
    EMPTY,
    RECORDED,
    COMPLETE
  }

  /** The cache of a program, after the caches of its earlier builds are removed. */
  public static AotCache of(Path folder, String program, Collection<Path> jars) throws IOException {
    Files.createDirectories(folder);
    String name = program + "-" + key(jars);
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> outdated =
          files.filter(file -> isOtherBuild(file.getFileName().toString(), program, name)).toList();
      for (Path file : outdated) {
        Files.deleteIfExists(file);
      }
    }
    return new AotCache(folder.resolve(name + ".recording"), folder.resolve(name + ".aot"));
  }

  public Stage stage() {
    if (Files.exists(cache)) {
      return Stage.COMPLETE;
    }
    return hasContent(recording) ? Stage.RECORDED : Stage.EMPTY;
  }

  /** While Java records, the file is there and empty. */
  private static boolean hasContent(Path file) {
    try {
      return Files.size(file) > 0;
    } catch (IOException absent) {
      return false;
    }
  }

  /** The options for a start from the cache; none while there is no cache. */
  public List<String> startOptions() {
    return switch (stage()) {
      case COMPLETE -> List.of("-XX:AOTCache=" + cache);
      case RECORDED, EMPTY -> List.of();
    };
  }

  /** The options for a start that records, if nothing was recorded yet. */
  public List<String> recordOptions() {
    return switch (stage()) {
      case EMPTY -> List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + recording);
      case RECORDED, COMPLETE -> startOptions();
    };
  }

  /** The command that makes the cache, from the command that starts the program. */
  List<String> assemblyCommand(List<String> command, Path result) {
    List<String> assembly = new ArrayList<>();
    for (String word : command) {
      if (!word.startsWith("-XX:AOT")) {
        assembly.add(word);
      }
    }
    assembly.addAll(
        1,
        List.of(
            "-XX:AOTMode=create", "-XX:AOTConfiguration=" + recording, "-XX:AOTCache=" + result));
    return assembly;
  }

  private static boolean isOtherBuild(String file, String program, String name) {
    return file.matches(Pattern.quote(program) + "-[0-9a-f]{16}\\..*") && !file.startsWith(name);
  }

  private static String key(Collection<Path> jars) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(System.getProperty("java.vm.version").getBytes(StandardCharsets.UTF_8));
      jars.stream().sorted().map(AotCache::identity).forEach(digest::update);
      return HexFormat.of().formatHex(digest.digest()).substring(0, KEY_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Java itself refuses a cache when size or time of a jar differ. */
  private static byte[] identity(Path jar) {
    try {
      return "%s %d %s\n"
          .formatted(jar, Files.size(jar), Files.getLastModifiedTime(jar))
          .getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
