package org.medicscribe.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopicsTest {

  private static final Path DEPLOYED = Path.of("../deploy/kafka/topics.tsv");

  @Test
  void shouldBeMadeByADeploymentAsTheyAreToldHere() throws IOException {
    // When
    List<Topics.Topic> deployed =
        Files.readAllLines(DEPLOYED).stream()
            .filter(line -> !line.startsWith("#"))
            .map(TopicsTest::topic)
            .toList();

    // Then
    assertThat(deployed).containsExactlyElementsOf(Topics.ALL);
  }

  private static Topics.Topic topic(String line) {
    String[] columns = line.split("\t");
    return new Topics.Topic(
        columns[0],
        Integer.parseInt(columns[1]),
        Duration.ofMillis(Long.parseLong(columns[2])),
        Integer.parseInt(columns[3]));
  }
}
