package org.medicscribe.gateway.door;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.net.Inet;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/**
 * Refuses to start a gateway that would look a trusted proxy up by its name: the name would be
 * asked for with every request, each time by a client of its own that stays open.
 */
@Singleton
class TrustedProxies {

  private static final Pattern IN_BRACKETS = Pattern.compile("\\[([^]]+)](?::\\d{1,5})?");
  private static final Pattern WITH_PORT = Pattern.compile("([^:]+):\\d{1,5}");

  void onStart(@Observes StartupEvent start, Config config) {
    config
        .getOptionalValues("quarkus.http.proxy.trusted-proxies", String.class)
        .ifPresent(TrustedProxies::check);
  }

  static void check(List<String> proxies) {
    for (String proxy : proxies) {
      if (!isAddress(proxy.strip()) && !isNetwork(proxy.strip())) {
        throw new IllegalStateException(
            "TRUSTED_PROXIES holds \"%s\", which is neither an address nor a network: write"
                    .formatted(proxy)
                + " 10.0.0.7, [fd00::7] (in brackets) or 10.0.0.0/24, separated by commas");
      }
    }
  }

  private static boolean isAddress(String proxy) {
    return unbracketed(proxy).map(Inet::parseInet6Address).isPresent()
        || Inet.parseInet4Address(withoutPort(proxy)) != null;
  }

  private static boolean isNetwork(String proxy) {
    return proxy.contains("/") && Inet.parseCidrAddress(proxy) != null;
  }

  private static Optional<String> unbracketed(String proxy) {
    Matcher brackets = IN_BRACKETS.matcher(proxy);
    return brackets.matches() ? Optional.of(brackets.group(1)) : Optional.empty();
  }

  private static String withoutPort(String proxy) {
    Matcher port = WITH_PORT.matcher(proxy);
    return port.matches() ? port.group(1) : proxy;
  }
}
