package org.medicscribe.soapnote.drafting.embedded;

import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.medicscribe.events.SoapNote.SectionCode;
import org.medicscribe.soapnote.drafting.embedded.AciBench.Encounter;
import org.medicscribe.soapnote.drafting.embedded.AciBench.NotePart;

/** A reference note cut into the four sections of a SOAP note. */
final class NoteParts {

  private static final Pattern PLAN =
      Pattern.compile(
          "(?i)(treatment|testing|education|counseling|referral|agreement|instruction|follow)[^:]{0,30}:|\\b(will|recommend\\w*|prescri\\w+|order\\w*|continue|start|increase|decrease|follow up|return|refer\\w*|advised|encouraged|obtain|schedule)\\b");
  private static final Pattern REASONING =
      Pattern.compile("(?i)(reasoning|impression|assessment)[^:]{0,20}:");

  private NoteParts() {}

  static Map<SectionCode, String> of(Encounter encounter) {
    Map<SectionCode, String> parts = new EnumMap<>(SectionCode.class);
    for (NotePart part : encounter.parts()) {
      for (String line : part.text().split("\n")) {
        parts.merge(section(part.division(), line), line + "\n", String::concat);
      }
    }
    return parts;
  }

  private static SectionCode section(String division, String line) {
    if (division.equals("subjective")) {
      return SectionCode.SUBJECTIVE;
    }
    if (division.startsWith("objective")) {
      return SectionCode.OBJECTIVE;
    }
    boolean plan = !REASONING.matcher(line).find() && PLAN.matcher(line).find();
    return plan ? SectionCode.PLAN : SectionCode.ASSESSMENT;
  }
}
