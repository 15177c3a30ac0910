package org.medicscribe.storage.access;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.EncounterId;
import org.medicscribe.storage.audit.AuditEntry.Action;

/**
 * A request and how it was answered.
 *
 * @param path without the query
 * @param problem the last word of the problem's type, if it is one
 * @param exported whether it went out as a document to be kept outside
 */
record Answered(
    String method, String path, int status, @Nullable String problem, boolean exported) {

  private static final Pattern OF_A_VISIT =
      Pattern.compile("/api/encounters/([^/;]+)(?:/([^/;]+)(?:/.*)?)?/?");
  private static final String VISITS = "/api/encounters";
  private static final String SEARCH = VISITS + "/search";
  private static final String TRAIL = "/api/audit";
  private static final List<String> OTHER_DOORS =
      List.of("audit", "emergency-access", "administration");

  /**
   * What it tells of, if it is worth an entry.
   *
   * @param what the door that was tried, for a refusal
   */
  record Seen(Action action, @Nullable EncounterId encounterId, String what) {}

  Optional<Seen> seen() {
    if ("encounter-not-found".equals(problem) || "forbidden".equals(problem)) {
      return Optional.of(
          new Seen(Action.REFUSED, encounterId().orElse(null), method + " " + door()));
    }
    if (status >= 300) {
      return Optional.empty();
    }
    if (path.equals(SEARCH)) {
      return Optional.of(new Seen(Action.ENCOUNTERS_LISTED, null, ""));
    }
    if (path.equals(TRAIL) || path.startsWith(TRAIL + "/")) {
      return Optional.of(new Seen(Action.AUDIT_READ, null, ""));
    }
    return method.equals("GET") ? read() : Optional.empty();
  }

  private Optional<Seen> read() {
    if (path.equals(VISITS)) {
      return Optional.of(new Seen(Action.ENCOUNTERS_LISTED, null, ""));
    }
    return encounterId().flatMap(id -> action().map(action -> new Seen(action, id, "")));
  }

  private Optional<Action> action() {
    return switch (door()) {
      case "visit" -> Optional.of(Action.ENCOUNTER_READ);
      case "transcript" -> Optional.of(Action.TRANSCRIPT_READ);
      case "note", "notes" -> Optional.of(exported ? Action.NOTE_EXPORTED : Action.NOTE_READ);
      case "audit" -> Optional.of(Action.AUDIT_READ);
      // Listening is written down where the recording is opened.
      default -> Optional.empty();
    };
  }

  private Optional<EncounterId> encounterId() {
    Matcher visit = OF_A_VISIT.matcher(path);
    return visit.matches() ? EncounterId.parse(visit.group(1)) : Optional.empty();
  }

  /** A word of ours, never one of the request. */
  private String door() {
    Matcher visit = OF_A_VISIT.matcher(path);
    if (!visit.matches()) {
      return OTHER_DOORS.stream()
          .filter(door -> path.startsWith("/api/" + door))
          .findFirst()
          .orElse("visits");
    }
    String below = visit.group(2);
    if (below == null) {
      return "visit";
    }
    return switch (below) {
      case "transcript",
          "note",
          "notes",
          "audit",
          "audio",
          "consent",
          "speakers",
          "recorder",
          "patient" ->
          below;
      default -> "visit";
    };
  }
}
