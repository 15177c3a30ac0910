package org.medicscribe.devstack.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.InstantSource;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.medicscribe.devstack.client.Tokens;
import org.medicscribe.devstack.client.VisitFailure;
import org.medicscribe.devstack.issuer.Issuer;
import org.medicscribe.devstack.issuer.SignIn;
import org.medicscribe.devstack.ports.Part;
import org.medicscribe.devstack.suite.SuiteFailure;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which gateway, and as whom: the suite of this machine, or any installation. */
final class GatewayFlags {

  @Option(
      names = "--url",
      paramLabel = "<url>",
      description = "The gateway (default: the one of ./scribe run on this machine).")
  private @Nullable URI url;

  @Option(
      names = "--ca",
      paramLabel = "<file.pem>",
      description = "Trust this authority's certificates instead of the public ones.")
  private @Nullable Path authority;

  @Option(
      names = "--issuer",
      paramLabel = "<url>",
      description = "Who signs in (default: the issuer of ./scribe run on this machine).")
  private @Nullable String issuer;

  @Option(
      names = "--user",
      paramLabel = "<id>",
      defaultValue = "dr.rivera",
      description = "Whom the issuer signs in (default dr.rivera).")
  private String user = "";

  @Option(
      names = "--password",
      paramLabel = "<password>",
      defaultValue = "${env:SCRIBE_PASSWORD:-" + Issuer.ANY_PASSWORD + "}",
      description = "The user's password (SCRIBE_PASSWORD); the issuer of ./scribe run asks none.")
  private String password = "";

  @Option(
      names = "--token",
      paramLabel = "<jwt>",
      defaultValue = "${env:SCRIBE_TOKEN}",
      description = "A bearer token, instead of signing in (SCRIBE_TOKEN).")
  private @Nullable String token;

  @Mixin private PortFlags ports = new PortFlags();

  HttpClient http() throws VisitFailure {
    HttpClient.Builder builder = HttpClient.newBuilder();
    Path file = authority;
    if (file != null) {
      builder.sslContext(trusting(file));
    }
    return builder.build();
  }

  URI gateway() throws SuiteFailure {
    return url == null ? URI.create("http://127.0.0.1:" + port(Part.GATEWAY)) : url;
  }

  /** Signs in when the first token is asked for, and again before it expires. */
  Tokens tokens(HttpClient http) throws SuiteFailure {
    String given = token;
    if (given != null && !given.isBlank()) {
      return () -> given;
    }
    SignIn signIn = new SignIn(http, issuer == null ? Issuer.url(port(Part.ISSUER)) : issuer);
    return new RenewedTokens(
        () -> signIn.access(user, password), this::inWords, InstantSource.system());
  }

  private VisitFailure inWords(IOException failure) {
    return new VisitFailure(
        issuer == null
            ? "%s could not be signed in: nothing answers at the local issuer. Start the suite in another terminal: ./scribe run"
                .formatted(user)
            : "%s could not be signed in: %s".formatted(user, failure.getMessage()),
        failure);
  }

  private int port(Part part) throws SuiteFailure {
    return ports.plan(System.getenv()).port(part);
  }

  private static SSLContext trusting(Path file) throws VisitFailure {
    try (InputStream pem = Files.newInputStream(file)) {
      Collection<? extends Certificate> certificates =
          CertificateFactory.getInstance("X.509").generateCertificates(pem);
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      int number = 0;
      for (Certificate certificate : certificates) {
        trusted.setCertificateEntry("authority-" + number++, certificate);
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new VisitFailure(
          "The certificates in %s cannot be used: %s".formatted(file, e.getMessage()), e);
    }
  }
}
