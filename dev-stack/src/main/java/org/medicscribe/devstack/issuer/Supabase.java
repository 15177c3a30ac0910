package org.medicscribe.devstack.issuer;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A Supabase project that signs in instead of the local issuer. */
public record Supabase(URI url, String anonKey) {

  private static final String URL = "VITE_SUPABASE_URL";
  private static final String ANON_KEY = "VITE_SUPABASE_ANON_KEY";

  /** The project that the environment names, by the page's own variables. */
  public static Optional<Supabase> of(Map<String, String> environment) {
    String url = environment.getOrDefault(URL, "");
    String anonKey = environment.getOrDefault(ANON_KEY, "");
    return url.isBlank() || anonKey.isBlank()
        ? Optional.empty()
        : Optional.of(new Supabase(URI.create(url.replaceFirst("/+$", "")), anonKey));
  }

  /** What the page must know. */
  public Map<String, String> pageSettings() {
    return Map.of(URL, url.toString(), ANON_KEY, anonKey);
  }

  /** What the services must know; what {@code given} says already stays. */
  public Map<String, String> environment(Map<String, String> given) {
    Map<String, String> environment = new HashMap<>(pageSettings());
    String issuer = url + "/auth/v1";
    environment.put("OIDC_ISSUER", issuer);
    environment.put("OIDC_JWKS_URL", issuer + "/.well-known/jwks.json");
    environment.put("OIDC_AUDIENCE", "authenticated");
    environment.put("MEDIC_SCRIBE_IDENTITY_NAME_CLAIM", "user_metadata/full_name");
    environment.put("MEDIC_SCRIBE_IDENTITY_DEFAULT_ROLE", "clinician");
    environment.put("MEDIC_SCRIBE_IDENTITY_DEFAULT_TENANT", "default");
    environment.replaceAll(given::getOrDefault);
    return environment;
  }
}
