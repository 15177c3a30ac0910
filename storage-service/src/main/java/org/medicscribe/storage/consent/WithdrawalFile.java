package org.medicscribe.storage.consent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.medicscribe.events.EncounterId;
import org.medicscribe.storage.encounter.Consent.GivenBy;
import org.medicscribe.storage.encounter.Consent.Method;
import org.medicscribe.storage.proof.ProofConfig;
import org.medicscribe.storage.proof.Seal;
import org.medicscribe.storage.proof.SealedForm;
import org.medicscribe.storage.proof.SigningKeys;

/**
 * Withdrawals as JSON, a line each, each with its seal: who could write here could have visits
 * deleted. Only ever appended to; several replicas may, and a line may stand twice. Blocking.
 */
@ApplicationScoped
class WithdrawalFile {

  private static final String NAME = "withdrawals.jsonl";
  private static final String KIND = "WITHDRAWAL";
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * A withdrawal as it was recorded.
   *
   * @param by the subject of who recorded it
   */
  record Written(EncounterId id, Instant at, Method method, GivenBy givenBy, String by) {

    private List<String> fields() {
      return List.of(id.toString(), at.toString(), method.name(), givenBy.name(), by);
    }

    private static Written of(List<String> fields) {
      return new Written(
          EncounterId.of(fields.get(0)),
          Instant.parse(fields.get(1)),
          Method.valueOf(fields.get(2)),
          GivenBy.valueOf(fields.get(3)),
          fields.get(4));
    }
  }

  @RegisterForReflection
  private record Line(List<String> withdrawal, String keyId, String seal) {}

  private final Path file;
  private final SigningKeys keys;

  /** It lies beside the heads of the audit trail, where the database's owner cannot write. */
  WithdrawalFile(ProofConfig config, SigningKeys keys) {
    this.file = config.headsFile().resolveSibling(NAME);
    this.keys = keys;
  }

  /** Ends when the lines are durable. */
  void append(List<Written> withdrawals) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (Written each : withdrawals) {
      Seal seal = keys.seal(SealedForm.of(KIND, each.fields()));
      Line line =
          new Line(each.fields(), seal.keyId(), Base64.getEncoder().encodeToString(seal.value()));
      lines.append(JSON.writeValueAsString(line)).append('\n');
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

  /**
   * Reads from front to end, however long it is; returns how many lines are not as they were
   * written.
   */
  long read(Consumer<Written> each) throws IOException {
    if (!Files.exists(file)) {
      return 0;
    }
    long broken = 0;
    try (Stream<String> lines = Files.lines(file)) {
      for (String line : (Iterable<String>) lines::iterator) {
        Optional<Written> written = confirmed(line);
        written.ifPresent(each);
        broken += written.isEmpty() ? 1 : 0;
      }
    }
    return broken;
  }

  private Optional<Written> confirmed(String text) {
    try {
      Line line = JSON.readValue(text, Line.class);
      Seal seal = new Seal(line.keyId(), Base64.getDecoder().decode(line.seal()));
      return keys.confirm(seal, SealedForm.of(KIND, line.withdrawal()))
          ? Optional.of(Written.of(line.withdrawal()))
          : Optional.empty();
    } catch (JsonProcessingException | RuntimeException garbage) {
      return Optional.empty();
    }
  }
}
