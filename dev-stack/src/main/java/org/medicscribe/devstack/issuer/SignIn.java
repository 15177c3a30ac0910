package org.medicscribe.devstack.issuer;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Gets a person's access token from the local issuer, without a browser. */
public final class SignIn {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final HttpClient http;
  private final String issuer;

  public SignIn(HttpClient http, String issuer) {
    this.http = http;
    this.issuer = issuer;
  }

  public String token(String user) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(issuer + "/token"))
            .timeout(LIMIT)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "grant_type=password&client_id=scribe-cli&scope=openid&password=none&username="
                        + URLEncoder.encode(user, StandardCharsets.UTF_8)))
            .build();
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(
          "the issuer at %s answered %d to the sign-in of %s"
              .formatted(issuer, response.statusCode(), user));
    }
    return JSON.readTree(response.body()).path("access_token").asText();
  }
}
