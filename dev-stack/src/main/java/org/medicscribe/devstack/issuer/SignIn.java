package org.medicscribe.devstack.issuer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Gets a person's access token from an issuer that allows the password grant, without a browser.
 */
public final class SignIn {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final HttpClient http;
  private final String issuer;

  public SignIn(HttpClient http, String issuer) {
    this.http = http;
    this.issuer = issuer;
  }

  /** An access token, and how long it is good from now on. */
  public record Access(String token, Duration validity) {
    @Override
    public String toString() {
      return "Access[" + validity + "]";
    }
  }

  /**
   * @throws IOException when the issuer cannot be reached or refuses
   */
  public String token(String user, String password) throws IOException, InterruptedException {
    return access(user, password).token();
  }

  /**
   * @throws IOException when the issuer cannot be reached or refuses
   */
  public Access access(String user, String password) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(tokenEndpoint())
            .timeout(LIMIT)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "grant_type=password&client_id=scribe-cli&scope=openid&password=%s&username=%s"
                        .formatted(encoded(password), encoded(user))))
            .build();
    JsonNode answer = answer(request, "the sign-in of " + user);
    return new Access(
        answer.path("access_token").asText(),
        Duration.ofSeconds(answer.path("expires_in").asLong()));
  }

  private URI tokenEndpoint() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(issuer + "/.well-known/openid-configuration"))
            .timeout(LIMIT)
            .build();
    return URI.create(answer(request, "discovery").path("token_endpoint").asText());
  }

  private JsonNode answer(HttpRequest request, String what)
      throws IOException, InterruptedException {
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(
          "the issuer at %s answered %d to %s".formatted(issuer, response.statusCode(), what));
    }
    return JSON.readTree(response.body());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
