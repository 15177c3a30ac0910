package org.medicscribe.devstack.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.medicscribe.devstack.ports.Part;
import org.medicscribe.devstack.ports.PortPlan;

/** Signs in as the page and as the command line do. */
class IssuerIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String VERIFIER = "a-verifier-that-is-long-enough-for-the-standard-1234567";
  private static final String REDIRECT = "http://127.0.0.1:8080/signed-in";

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static String issuer = "";

  @BeforeAll
  static void startIssuer() throws Exception {
    int port = PortPlan.free(1).port(Part.ISSUER);
    Issuer.main(new String[] {Integer.toString(port), "600"});
    issuer = Issuer.url(port);
  }

  @Test
  void shouldSignInTheCommandLineByName() throws Exception {
    JsonNode claims = claims(new SignIn(HTTP, issuer).token("dr.rivera", Issuer.ANY_PASSWORD));

    assertThat(claims.path("iss").asText()).isEqualTo(issuer);
    assertThat(claims.path("sub").asText()).isEqualTo("dr.rivera");
    assertThat(claims.path("aud").toString()).contains("medic-scribe");
    assertThat(claims.path("roles").toString()).isEqualTo("[\"clinician\"]");
    assertThat(claims.path("tenant").asText()).isEqualTo("demo-clinic");
    assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(600);
  }

  @Test
  void shouldGiveAStrangerATokenThatOpensNothing() throws Exception {
    JsonNode claims = claims(new SignIn(HTTP, issuer).token("mallory", Issuer.ANY_PASSWORD));

    assertThat(claims.has("roles")).isFalse();
    assertThat(claims.has("tenant")).isFalse();
  }

  @Test
  void shouldSignInThePageByCodeAndProofKey() throws Exception {
    // Given
    String code = codeFor("dr.chen");

    // When
    HttpResponse<String> response = redeem(code, VERIFIER);

    // Then
    JsonNode claims = claims(JSON.readTree(response.body()).path("access_token").asText());
    assertThat(claims.path("sub").asText()).isEqualTo("dr.chen");
    assertThat(claims.path("name").asText()).isEqualTo("Wei Chen");
    assertThat(claims.path("roles").toString()).isEqualTo("[\"clinician\"]");
  }

  @Test
  void shouldRefuseACodeWithoutItsProofKey() throws Exception {
    String code = codeFor("dr.chen");

    HttpResponse<String> response = redeem(code, VERIFIER + "-guessed");

    assertThat(response.statusCode()).isEqualTo(400);
  }

  /** Opens the login page, presses a person's button, and takes the code from the redirect. */
  private static String codeFor(String user) throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
    URI authorize =
        URI.create(
            issuer
                + "/authorize?response_type=code&client_id=medic-scribe-page&scope=openid&state=s&nonce=n"
                + "&code_challenge_method=S256&code_challenge="
                + Base64.getUrlEncoder().withoutPadding().encodeToString(digest)
                + "&redirect_uri="
                + encoded(REDIRECT));
    String page =
        HTTP.send(HttpRequest.newBuilder(authorize).build(), HttpResponse.BodyHandlers.ofString())
            .body();
    Matcher form =
        Pattern.compile(
                "name=\"username\" value=\""
                    + user
                    + "\">\\s*<input type=\"hidden\" name=\"claims\" value=\"([^\"]*)\"")
            .matcher(page);
    assertThat(form.find()).isTrue();
    HttpResponse<String> redirect =
        HTTP.send(
            post(
                authorize,
                "username=" + user + "&claims=" + encoded(form.group(1).replace("&quot;", "\""))),
            HttpResponse.BodyHandlers.ofString());
    String location = redirect.headers().firstValue("location").orElseThrow();
    assertThat(location).startsWith(REDIRECT);
    return location.replaceAll(".*code=([^&]*).*", "$1");
  }

  private static HttpResponse<String> redeem(String code, String verifier) throws Exception {
    return HTTP.send(
        post(
            URI.create(issuer + "/token"),
            "grant_type=authorization_code&client_id=medic-scribe-page&code="
                + code
                + "&redirect_uri="
                + encoded(REDIRECT)
                + "&code_verifier="
                + verifier),
        HttpResponse.BodyHandlers.ofString());
  }

  private static HttpRequest post(URI address, String form) {
    return HttpRequest.newBuilder(address)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(form))
        .build();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static JsonNode claims(String token) throws Exception {
    return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
  }
}
