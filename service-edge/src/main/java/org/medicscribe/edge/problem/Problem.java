package org.medicscribe.edge.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/**
 * Problem details of RFC 9457.
 *
 * @param type stable, what a program goes by
 * @param title what is wrong, the same for every occurrence
 * @param detail what to do now; holds no patient text
 * @param extensions further members
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    URI type, String title, int status, String detail, @JsonIgnore Map<String, Object> extensions) {

  public static final String MEDIA_TYPE = "application/problem+json";

  private static final String TYPES = "https://medicscribe.org/problems/";

  public Problem {
    extensions = Map.copyOf(extensions);
  }

  /** A problem whose type ends in {@code name}, for example {@code no-consent}. */
  public static Problem of(String name, int status, String title, String detail) {
    return new Problem(URI.create(TYPES + name), title, status, detail, Map.of());
  }

  public Problem with(String member, Object value) {
    Map<String, Object> members = new HashMap<>(extensions);
    members.put(member, value);
    return new Problem(type, title, status, detail, members);
  }

  /** The last part of the type, for metrics and close frames. */
  public String name() {
    return type.toString().substring(TYPES.length());
  }

  @JsonAnyGetter
  Map<String, Object> members() {
    return extensions;
  }
}
