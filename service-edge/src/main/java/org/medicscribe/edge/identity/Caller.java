package org.medicscribe.edge.identity;

import java.util.Set;

/**
 * Who is calling.
 *
 * @param subject the issuer's name for the person, stable
 * @param name as people call them; the subject if the issuer does not say
 * @param tenant the clinic
 */
public record Caller(String subject, String name, String tenant, Set<Role> roles) {

  public Caller {
    if (subject.isBlank()) {
      throw new IllegalArgumentException("a caller without a subject");
    }
    roles = Set.copyOf(roles);
  }

  public boolean is(Role role) {
    return roles.contains(role);
  }
}
