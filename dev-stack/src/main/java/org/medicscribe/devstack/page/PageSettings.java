package org.medicscribe.devstack.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.medicscribe.devstack.issuer.Supabase;

/**
 * Where the page finds the rest of its installation. One build serves all of them: it reads these
 * from {@code /config.json} when it starts.
 */
public record PageSettings(URI gateway, URI signIn, Map<String, String> signInSettings) {

  private static final ObjectMapper JSON = new ObjectMapper();

  public PageSettings {
    signInSettings = Map.copyOf(signInSettings);
  }

  /** Where people sign in at an OpenID Connect issuer. */
  public PageSettings(URI gateway, URI issuer) {
    this(gateway, issuer, Map.of("VITE_OIDC_ISSUER", issuer.toString()));
  }

  public PageSettings(URI gateway, Supabase project) {
    this(gateway, project.url(), project.pageSettings());
  }

  String json() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("VITE_API_URL", gateway + "/api");
    settings.put("VITE_WS_URL", socket() + "/ws");
    settings.putAll(signInSettings);
    try {
      return JSON.writeValueAsString(settings);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the page may load and reach; styles are set by the component library at run time. */
  String contentSecurityPolicy() {
    return String.join(
        "; ",
        "default-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "connect-src 'self' %s %s %s".formatted(gateway, socket(), origin(signIn)),
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'");
  }

  private String socket() {
    return gateway.toString().replaceFirst("^http", "ws");
  }

  private static String origin(URI address) {
    return address.getScheme() + "://" + address.getAuthority();
  }
}
