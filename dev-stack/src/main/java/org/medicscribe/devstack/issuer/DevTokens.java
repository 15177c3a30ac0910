package org.medicscribe.devstack.issuer;

import com.nimbusds.oauth2.sdk.ResourceOwnerPasswordCredentialsGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;

/**
 * What the issuer writes into a token. A person chosen on the login page brings the claims along in
 * the form; with a password grant they are looked up by the name.
 */
record DevTokens(Duration validity) implements OAuth2TokenCallback {

  @Override
  public String issuerId() {
    return Issuer.NAME;
  }

  @Override
  public String subject(TokenRequest request) {
    return named(request).map(DevUser::id).orElse("nobody");
  }

  @Override
  public String typeHeader(TokenRequest request) {
    return "JWT";
  }

  @Override
  public List<String> audience(TokenRequest request) {
    return List.of(Issuer.AUDIENCE);
  }

  @Override
  public Map<String, Object> addClaims(TokenRequest request) {
    return named(request).map(DevUser::claims).orElse(Map.of());
  }

  @Override
  public long tokenExpiry() {
    return validity.toSeconds();
  }

  private static Optional<DevUser> named(TokenRequest request) {
    return request.getAuthorizationGrant() instanceof ResourceOwnerPasswordCredentialsGrant grant
        ? DevUser.of(grant.getUsername())
        : Optional.empty();
  }
}
