package org.medicscribe.storage.access;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.medicscribe.storage.access.AuditSearch.Entry;

/** Who saw a patient, as a table for a spreadsheet (RFC 4180). */
final class AccessReport {

  private static final String HEAD = "number,at,person,action,visit,detail\r\n";

  private AccessReport() {}

  static String of(List<Entry> entries) {
    return entries.stream().map(AccessReport::line).collect(Collectors.joining("", HEAD, ""));
  }

  private static String line(Entry entry) {
    return Stream.of(
                Long.toString(entry.number()),
                entry.at().toString(),
                entry.actor(),
                entry.action(),
                entry.encounterId() == null ? "" : entry.encounterId().toString(),
                entry.detail())
            .map(AccessReport::cell)
            .collect(Collectors.joining(","))
        + "\r\n";
  }

  /** What begins like a formula would be worked out by who opens the file. */
  private static String cell(String text) {
    String shown = text.matches("(?s)[=+@\\t\\r-].*") ? "'" + text : text;
    return shown.matches("(?s).*[\",\\r\\n].*") ? '"' + shown.replace("\"", "\"\"") + '"' : shown;
  }
}
