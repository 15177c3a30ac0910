package org.medicscribe.devstack.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SupabaseTest {

  private static final Map<String, String> NAMED =
      Map.of(
          "VITE_SUPABASE_URL", "https://abc.supabase.co/",
          "VITE_SUPABASE_ANON_KEY", "anon");

  private final Supabase project = Supabase.of(NAMED).orElseThrow();

  @Test
  void shouldSignInOnlyWhereBothVariablesNameIt() {
    assertThat(project).isEqualTo(new Supabase(URI.create("https://abc.supabase.co"), "anon"));
    assertThat(Supabase.of(Map.of("VITE_SUPABASE_URL", "https://abc.supabase.co"))).isEmpty();
    assertThat(Supabase.of(Map.of())).isEmpty();
  }

  @Test
  void shouldTellTheServicesWhoseTokensToTake() {
    assertThat(project.environment(Map.of()))
        .containsEntry("OIDC_ISSUER", "https://abc.supabase.co/auth/v1")
        .containsEntry("OIDC_JWKS_URL", "https://abc.supabase.co/auth/v1/.well-known/jwks.json")
        .containsEntry("OIDC_AUDIENCE", "authenticated")
        .containsEntry("MEDIC_SCRIBE_IDENTITY_DEFAULT_ROLE", "clinician");
  }

  @Test
  void shouldLeaveWhatTheEnvironmentSaysAlready() {
    assertThat(project.environment(Map.of("MEDIC_SCRIBE_IDENTITY_DEFAULT_ROLE", "auditor")))
        .containsEntry("MEDIC_SCRIBE_IDENTITY_DEFAULT_ROLE", "auditor");
  }
}
