package org.medicscribe.devstack.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medicscribe.devstack.issuer.Supabase;

class PageServerTest {

  private static final PageSettings SETTINGS =
      new PageSettings(
          URI.create("http://127.0.0.1:8000"), URI.create("http://127.0.0.1:8004/medic-scribe"));

  @TempDir private Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private PageServer server;
  private int port;

  @BeforeEach
  void serve() throws Exception {
    Path build = folder.resolve("dist");
    Files.createDirectories(build.resolve("assets"));
    Files.writeString(build.resolve("index.html"), "<title>page</title>");
    Files.writeString(build.resolve("assets/main-abc.js"), "start()");
    Path samples = Files.createDirectories(folder.resolve("samples"));
    Files.writeString(samples.resolve("visit.wav"), "RIFF");
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    server = PageServer.start(port, build, samples, SETTINGS);
  }

  @AfterEach
  void stop() {
    server.close();
    http.close();
  }

  @Test
  void shouldTellThePageOfASupabaseProjectInstead() {
    PageSettings settings =
        new PageSettings(
            URI.create("http://127.0.0.1:8000"),
            new Supabase(URI.create("https://abc.supabase.co"), "anon"));

    assertThat(settings.json())
        .contains("\"VITE_SUPABASE_URL\":\"https://abc.supabase.co\"", "\"anon\"")
        .doesNotContain("OIDC");
    assertThat(settings.contentSecurityPolicy()).contains(" https://abc.supabase.co;");
  }

  private HttpResponse<String> get(String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path))).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void shouldShowThePageAtEveryAddressOfAScreen() throws Exception {
    assertThat(get("/").body()).isEqualTo("<title>page</title>");
    assertThat(get("/visits/0198c5a2/note").body()).isEqualTo("<title>page</title>");
  }

  @Test
  void shouldNotTakeAMissingScriptForAScreen() throws Exception {
    assertThat(get("/assets/gone.js").statusCode()).isEqualTo(404);
  }

  @Test
  void shouldLetScriptsBeKeptAndNothingElse() throws Exception {
    assertThat(get("/assets/main-abc.js").headers().firstValue("Cache-Control"))
        .hasValueSatisfying(value -> assertThat(value).contains("immutable"));
    assertThat(get("/").headers().firstValue("Cache-Control")).hasValue("no-store");
  }

  @Test
  void shouldTellThePageWhereItsInstallationIs() throws Exception {
    JsonNode settings = new ObjectMapper().readTree(get("/config.json").body());

    assertThat(settings.path("VITE_API_URL").asText()).isEqualTo("http://127.0.0.1:8000/api");
    assertThat(settings.path("VITE_WS_URL").asText()).isEqualTo("ws://127.0.0.1:8000/ws");
    assertThat(settings.path("VITE_OIDC_ISSUER").asText())
        .isEqualTo("http://127.0.0.1:8004/medic-scribe");
  }

  @Test
  void shouldLetThePageReachItsInstallationAndNothingElse() throws Exception {
    assertThat(get("/").headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(policy ->
            assertThat(policy)
                .contains("default-src 'self'")
                .contains(
                    "connect-src 'self' http://127.0.0.1:8000 ws://127.0.0.1:8000"
                        + " http://127.0.0.1:8004;"));
  }

  @Test
  void shouldServeTheSampleVisits() throws Exception {
    assertThat(get("/samples/visit.wav").body()).isEqualTo("RIFF");
    assertThat(get("/samples/../dist/index.html").body()).isNotEqualTo("RIFF");
  }
}
