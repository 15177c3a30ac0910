package org.medicscribe.devstack.issuer;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.NettyWrapper;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/**
 * The program of the issuer's process: authorization code with PKCE for the page, password grant
 * for the command line. For one machine only: anyone who reaches it signs in as anyone.
 */
public final class Issuer {

  public static final String NAME = "medic-scribe";
  public static final String AUDIENCE = "medic-scribe";

  /** Whatever is given is right. */
  public static final String ANY_PASSWORD = "none";

  private Issuer() {}

  /**
   * @param arguments port, token validity in seconds
   */
  public static void main(String[] arguments) throws Exception {
    int port = Integer.parseInt(arguments[0]);
    Duration validity = Duration.ofSeconds(Long.parseLong(arguments[1]));
    Path page = Files.createTempFile("medic-scribe-login", ".html");
    page.toFile().deleteOnExit();
    Files.writeString(page, LoginPage.html());
    OAuth2Config config =
        new OAuth2Config(
            true,
            page.toString(),
            null,
            false,
            new OAuth2TokenProvider(),
            Set.of(new DevTokens(validity)),
            new NettyWrapper());
    new MockOAuth2Server(config).start(InetAddress.getByName("127.0.0.1"), port);
  }

  /** The issuer as it names itself in tokens when reached by this port. */
  public static String url(int port) {
    return "http://127.0.0.1:%d/%s".formatted(port, NAME);
  }
}
