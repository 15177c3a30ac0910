package org.medicscribe.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.medicscribe.gateway.surroundings.AtTheGateway;

@QuarkusTest
class OpenFilesTest extends AtTheGateway {

  private static final int REQUESTS = 1_000;

  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldLeaveNoFileOpenBehindARequest() throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      // Given
      ask(http, 10);
      long before = openFiles();

      // When
      ask(http, REQUESTS);

      // Then
      assertThat(openFiles() - before).isLessThan(20);
    }
  }

  private void ask(HttpClient http, int times) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url + "api/health")).build();
    for (int i = 0; i < times; i++) {
      assertThat(http.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
    }
  }

  private static long openFiles() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
      return files.count();
    }
  }
}
