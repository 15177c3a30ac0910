package org.medicscribe.soapnote.drafting.embedded;

import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.medicscribe.events.NotePart;
import org.medicscribe.soapnote.drafting.embedded.AciBench.Encounter;

/** A reference note cut into its four parts. */
final class NoteParts {

  private static final Pattern PLAN =
      Pattern.compile(
          "(?i)(treatment|testing|education|counseling|referral|agreement|instruction|follow)[^:]{0,30}:|\\b(will|recommend\\w*|prescri\\w+|order\\w*|continue|start|increase|decrease|follow up|return|refer\\w*|advised|encouraged|obtain|schedule)\\b");
  private static final Pattern REASONING =
      Pattern.compile("(?i)(reasoning|impression|assessment)[^:]{0,20}:");

  private NoteParts() {}

  static Map<NotePart, String> of(Encounter encounter) {
    Map<NotePart, String> parts = new EnumMap<>(NotePart.class);
    for (AciBench.NotePart part : encounter.parts()) {
      for (String line : part.text().split("\n")) {
        parts.merge(section(part.division(), line), line + "\n", String::concat);
      }
    }
    return parts;
  }

  private static NotePart section(String division, String line) {
    if (division.equals("subjective")) {
      return NotePart.SUBJECTIVE;
    }
    if (division.startsWith("objective")) {
      return NotePart.OBJECTIVE;
    }
    boolean plan = !REASONING.matcher(line).find() && PLAN.matcher(line).find();
    return plan ? NotePart.PLAN : NotePart.ASSESSMENT;
  }
}
