package org.medicscribe.gateway.surroundings;

import com.sun.net.httpserver.HttpServer;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** Signs tokens, and publishes its key as a JWKS as Supabase does. */
public final class LocalIssuer implements AutoCloseable {

  public static final String ISSUER = "https://issuer.test";
  private static final String TENANT = "clinic-a";

  private final KeyPair keys;
  private final HttpServer server;

  private LocalIssuer(KeyPair keys, HttpServer server) {
    this.keys = keys;
    this.server = server;
  }

  public static LocalIssuer start() throws IOException, NoSuchAlgorithmException {
    KeyPair keys = KeyPairGenerator.getInstance("RSA").generateKeyPair();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] jwks = jwks((RSAPublicKey) keys.getPublic()).getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/keys",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, jwks.length);
          exchange.getResponseBody().write(jwks);
          exchange.close();
        });
    server.start();
    return new LocalIssuer(keys, server);
  }

  public String jwksUrl() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/keys";
  }

  /** A token of a clinician. */
  public String tokenOf(String subject) {
    return tokenOf(subject, Duration.ofMinutes(10));
  }

  public String tokenOf(String subject, Duration validity) {
    return tokenOf(subject, validity, "clinician");
  }

  /** A token of somebody who keeps the settings, and sees no patient. */
  public String adminTokenOf(String subject) {
    return tokenOf(subject, Duration.ofMinutes(10), "administrator");
  }

  private String tokenOf(String subject, Duration validity, String role) {
    return Jwt.issuer(ISSUER)
        .audience("medic-scribe")
        .subject(subject)
        .claim("tenant", TENANT)
        .claim("roles", List.of(role))
        .expiresAt(Instant.now().plus(validity))
        .jws()
        .keyId("key")
        .sign(keys.getPrivate());
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static String jwks(RSAPublicKey key) {
    return "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"key\",\"alg\":\"RS256\",\"use\":\"sig\",\"n\":\"%s\",\"e\":\"%s\"}]}"
        .formatted(number(key.getModulus()), number(key.getPublicExponent()));
  }

  private static String number(BigInteger value) {
    byte[] bytes = value.toByteArray();
    int sign = bytes[0] == 0 ? 1 : 0;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(java.util.Arrays.copyOfRange(bytes, sign, bytes.length));
  }
}
