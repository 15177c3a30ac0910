package org.medicscribe.devstack.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoginPageTest {

  @Test
  void shouldOfferEveryPersonWithTheirClaims() {
    String page = LoginPage.html();

    assertThat(page)
        .contains("value=\"dr.rivera\"", "value=\"dr.chen\"", "value=\"admin\"", "Ana Rivera")
        .contains("&quot;tenant&quot;:&quot;demo-clinic&quot;");
  }

  @Test
  void shouldLoadNothingFromAnywhere() {
    assertThat(LoginPage.html()).doesNotContain("http:", "https:", "//", "src=", "@import");
  }
}
