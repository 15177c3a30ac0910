package org.medicscribe.edge.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where a token says who somebody is; the issuer itself is set by {@link IssuerConfigSource}. */
@ConfigMapping(prefix = "medic-scribe.identity")
public interface IdentityConfig {

  /** Path of the claim with the roles; {@code /} separates the steps into nested objects. */
  @WithDefault("roles")
  String rolesClaim();

  /** Path of the claim with the name that signatures and edits show; else the subject is shown. */
  @WithDefault("name")
  String nameClaim();

  /** Path of the claim with the clinic. */
  @WithDefault("tenant")
  String tenantClaim();

  /**
   * The clinic of a token that names none, for installations that serve one clinic. Unset, such a
   * token is refused: it would put the patients of all clinics into one.
   */
  Optional<String> defaultTenant();

  /** Path of the claim that says how somebody has signed in. Supabase's is {@code aal}. */
  @WithDefault("acr")
  String assuranceClaim();

  /** What it must say, one of these; unset, everything will do. */
  Optional<List<String>> assurance();

  /** How old a token may be at most, however long its issuer lets it live. */
  @WithDefault("24h")
  Duration longestTokenAge();

  /**
   * The role of a token that names none; unset, such a caller may do nothing. Supabase issues no
   * roles of its own: there, {@code clinician} lets in whoever the project has let sign in.
   */
  Optional<Role> defaultRole();
}
