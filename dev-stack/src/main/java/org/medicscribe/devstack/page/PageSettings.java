package org.medicscribe.devstack.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the page finds the rest of its installation. One build serves all of them: it reads these
 * from {@code /config.json} when it starts.
 */
public record PageSettings(URI gateway, URI issuer) {

  private static final ObjectMapper JSON = new ObjectMapper();

  String json() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("VITE_API_URL", gateway + "/api");
    settings.put("VITE_WS_URL", socket() + "/ws");
    settings.put("VITE_OIDC_ISSUER", issuer.toString());
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
        "connect-src 'self' %s %s %s".formatted(gateway, socket(), origin(issuer)),
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
