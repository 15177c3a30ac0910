package org.medicscribe.gateway.door;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.0.0.7:8080",
        "[::1]",
        "[fd00::7]:8080",
        "10.0.0.0/24",
        "fd00::/8",
        " 10.0.0.1"
      })
  void shouldTakeAddressesAndNetworks(String proxy) {
    assertThatCode(() -> TrustedProxies.check(List.of("127.0.0.1", proxy)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "::1",
        "fd00::7",
        "proxy",
        "proxy.local:80",
        "nginx/24",
        "[nginx]",
        "1.2.3",
        "",
        "10.0.0.0/33"
      })
  void shouldRefuseWhatWouldBeLookedUpWithEveryRequest(String proxy) {
    assertThatThrownBy(() -> TrustedProxies.check(List.of("127.0.0.1", proxy)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("TRUSTED_PROXIES holds \"" + proxy + "\"")
        .hasMessageContaining("[fd00::7]");
  }
}
