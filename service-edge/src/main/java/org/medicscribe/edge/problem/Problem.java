package org.medicscribe.edge.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.medicscribe.edge.catalogue.ProblemType;

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

  public static Problem of(ProblemType type) {
    return new Problem(
        URI.create(TYPES + type.code()), type.title(), type.status(), type.advice(), Map.of());
  }

  /** The same, with what this very occasion asks for. */
  public Problem advising(String advice) {
    return new Problem(type, title, status, advice, extensions);
  }

  Problem withStatus(int other) {
    return new Problem(type, title, other, detail, extensions);
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
