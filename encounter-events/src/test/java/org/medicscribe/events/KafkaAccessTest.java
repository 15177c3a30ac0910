package org.medicscribe.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.medicscribe.events.KafkaAccess.Grant;
import org.medicscribe.events.KafkaAccess.Resource;
import org.medicscribe.events.KafkaAccess.Right;

class KafkaAccessTest {

  private static final Path DEPLOYED = Path.of("../deploy/kafka/access.tsv");

  @Test
  void shouldBeGrantedByADeploymentAsItIsToldHere() throws IOException {
    // When
    List<Grant> deployed =
        Files.readAllLines(DEPLOYED).stream()
            .filter(line -> !line.startsWith("#"))
            .map(KafkaAccessTest::grant)
            .toList();

    // Then
    assertThat(deployed).containsExactlyElementsOf(KafkaAccess.ALL);
  }

  @Test
  void shouldLetOneServiceAloneWriteWhatOthersTrust() {
    assertThat(writersOf(Topics.TRANSCRIPT)).containsExactly("transcription-service");
    assertThat(writersOf(Topics.AUDIO)).containsExactly("gateway", "storage-service");
    assertThat(writersOf(Topics.NOTE)).containsExactly("soap-note-service", "storage-service");
  }

  private static List<String> writersOf(String topic) {
    return KafkaAccess.ALL.stream()
        .filter(grant -> grant.right() == Right.WRITE && grant.name().equals(topic))
        .map(Grant::client)
        .toList();
  }

  private static Grant grant(String line) {
    String[] columns = line.split("\t");
    return new Grant(
        columns[0],
        Right.valueOf(columns[1].toUpperCase(Locale.ROOT)),
        Resource.valueOf(columns[2].toUpperCase(Locale.ROOT)),
        columns[3]);
  }
}
