package org.medicscribe.devstack.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The REST calls of a visit. */
public final class Api {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration UPLOAD_LIMIT = Duration.ofMinutes(30);

  private static final int TOO_MANY_REQUESTS = 429;
  private static final int INTERNAL_ERROR = 500;

  private final HttpClient http;
  private final URI gateway;
  private final Tokens tokens;

  public Api(HttpClient http, URI gateway, Tokens tokens) {
    this.http = http;
    this.gateway = gateway;
    this.tokens = tokens;
  }

  /** The id of a new encounter. */
  public String create(String patientLabel, String language, List<String> keyTerms)
      throws VisitFailure, InterruptedException {
    return post(
            "/api/encounters",
            Map.of("patientLabel", patientLabel, "language", language, "keyTerms", keyTerms))
        .path("id")
        .asText();
  }

  public void consent(String encounter, String method) throws VisitFailure, InterruptedException {
    post(
        "/api/encounters/" + encounter + "/consent",
        Map.of(
            "decision", "granted",
            "method", method,
            "givenBy", "patient",
            "wording", "May I record this visit to write the note?"));
  }

  /** Which engines serve, as far as the gateway knows. */
  public JsonNode engines() throws VisitFailure, InterruptedException {
    return get("/api/engines");
  }

  public JsonNode encounter(String encounter) throws VisitFailure, InterruptedException {
    return get("/api/encounters/" + encounter);
  }

  public JsonNode transcript(String encounter) throws VisitFailure, InterruptedException {
    return get("/api/encounters/" + encounter + "/transcript");
  }

  /** The working note; there once the versions are not empty. */
  public JsonNode note(String encounter) throws VisitFailure, InterruptedException {
    return get("/api/encounters/" + encounter + "/note");
  }

  /** The versions without what they say, and why there is none if so. */
  public JsonNode notes(String encounter) throws VisitFailure, InterruptedException {
    return get("/api/encounters/" + encounter + "/notes");
  }

  /** Sends a finished recording instead of a live one; says what of it is safe. */
  public JsonNode upload(String encounter, Path file) throws VisitFailure, InterruptedException {
    try {
      return send(
          request("/api/encounters/" + encounter + "/audio")
              .timeout(UPLOAD_LIMIT)
              .header("Content-Type", "application/octet-stream")
              .POST(HttpRequest.BodyPublishers.ofFile(file)));
    } catch (IOException e) {
      throw new VisitFailure("%s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }

  private JsonNode get(String path) throws VisitFailure, InterruptedException {
    return send(request(path).timeout(LIMIT).GET());
  }

  private JsonNode post(String path, Map<String, ?> body)
      throws VisitFailure, InterruptedException {
    try {
      return send(
          request(path)
              .timeout(LIMIT)
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(Incoming.JSON.writeValueAsString(body))));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest.Builder request(String path) throws VisitFailure, InterruptedException {
    return HttpRequest.newBuilder(gateway.resolve(path))
        .header("Authorization", "Bearer " + tokens.current());
  }

  private JsonNode send(HttpRequest.Builder request) throws VisitFailure, InterruptedException {
    try {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      int status = response.statusCode();
      if (status >= INTERNAL_ERROR || status == TOO_MANY_REQUESTS) {
        throw VisitFailure.passing(refusal(response), null);
      }
      if (status / 100 != 2) {
        throw new VisitFailure(refusal(response));
      }
      return Incoming.JSON.readTree(response.body());
    } catch (ConnectException e) {
      throw VisitFailure.passing(
          "Nothing answers at %s. Start the suite in another terminal: ./scribe run"
              .formatted(gateway),
          e);
    } catch (IOException e) {
      throw VisitFailure.passing(
          "The gateway at %s broke off: %s".formatted(gateway, e.getMessage()), e);
    }
  }

  private static String refusal(HttpResponse<String> response) {
    String path = response.request().uri().getPath();
    if (response.statusCode() == 401) {
      return "The sign-in was not accepted (401). Check --user, --token and --issuer.";
    }
    try {
      String sentence = Problem.of(Incoming.JSON.readTree(response.body())).sentence();
      if (!sentence.isBlank()) {
        return "%s (%d)".formatted(sentence, response.statusCode());
      }
    } catch (IOException notAProblem) {
      return "%s answered %d.".formatted(path, response.statusCode());
    }
    return "%s answered %d.".formatted(path, response.statusCode());
  }
}
