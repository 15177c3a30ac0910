package org.medicscribe.storage.verification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.medicscribe.storage.proof.Finding;
import org.medicscribe.storage.proof.Finding.Fault;
import org.medicscribe.storage.proof.Finding.Part;
import org.medicscribe.storage.proof.Seal;
import org.medicscribe.storage.proof.SealedForm;
import org.medicscribe.storage.proof.SigningKeys;

/**
 * Heads as JSON, a line each, each with its seal. Only ever appended to; several replicas may. Keep
 * it where the owner of the database cannot write. Blocking.
 */
final class HeadsFile {

  private static final String KIND = "HEAD";
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private final Path file;
  private final SigningKeys keys;

  HeadsFile(Path file, SigningKeys keys) {
    this.file = file;
    this.keys = keys;
  }

  /** A line of the file. */
  @RegisterForReflection
  private record Line(Head head, String keyId, String seal) {}

  /**
   * What the file says.
   *
   * @param broken lines that are not as they were written
   */
  record Read(List<Head> heads, List<Finding> broken) {}

  boolean exists() {
    return Files.exists(file);
  }

  /** Ends when the lines are durable. */
  void append(List<Head> heads) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (Head head : heads) {
      lines.append(line(head)).append('\n');
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(lines.toString());
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  Read read() throws IOException {
    List<Head> heads = new ArrayList<>();
    List<Finding> broken = new ArrayList<>();
    if (!exists()) {
      broken.add(new Finding(Part.HEADS, file.getFileName().toString(), Fault.MISSING));
      return new Read(heads, broken);
    }
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      Optional<Head> head = confirmed(lines.get(i));
      head.ifPresent(heads::add);
      if (head.isEmpty()) {
        broken.add(new Finding(Part.HEADS, "line " + (i + 1), Fault.CHANGED));
      }
    }
    return new Read(heads, broken);
  }

  private String line(Head head) {
    Seal seal = keys.seal(SealedForm.of(KIND, head.fields()));
    try {
      return JSON.writeValueAsString(
          new Line(head, seal.keyId(), Base64.getEncoder().encodeToString(seal.value())));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a head cannot be written", e);
    }
  }

  private Optional<Head> confirmed(String text) {
    try {
      Line line = JSON.readValue(text, Line.class);
      Seal seal = new Seal(line.keyId(), Base64.getDecoder().decode(line.seal()));
      return keys.confirm(seal, SealedForm.of(KIND, line.head().fields()))
          ? Optional.of(line.head())
          : Optional.empty();
    } catch (JsonProcessingException | IllegalArgumentException | NullPointerException garbage) {
      return Optional.empty();
    }
  }
}
