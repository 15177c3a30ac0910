package org.medicscribe.devstack.issuer;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The people who exist in a suite on one machine. They need no password. */
public enum DevUser {
  RIVERA("dr.rivera", "Ana Rivera", "clinician"),
  CHEN("dr.chen", "Wei Chen", "clinician"),
  ADMIN("admin", "Robin Okafor", "administrator"),
  AUDITOR("auditor", "Ann Weber", "auditor");

  public static final String TENANT = "demo-clinic";

  private final String id;
  private final String fullName;
  private final String role;

  DevUser(String id, String fullName, String role) {
    this.id = id;
    this.fullName = fullName;
    this.role = role;
  }

  public static Optional<DevUser> of(String id) {
    return Arrays.stream(values()).filter(user -> user.id.equals(id)).findFirst();
  }

  public String id() {
    return id;
  }

  public String fullName() {
    return fullName;
  }

  public String role() {
    return role;
  }

  /** What their tokens say beside subject and audience. */
  Map<String, Object> claims() {
    return Map.of(
        "name", fullName,
        "preferred_username", id,
        "email", id + "@demo-clinic.example",
        "roles", List.of(role),
        "tenant", TENANT);
  }
}
