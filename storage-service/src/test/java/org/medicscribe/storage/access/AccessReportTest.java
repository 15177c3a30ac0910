package org.medicscribe.storage.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.medicscribe.storage.access.AuditSearch.Entry;

class AccessReportTest {

  @Test
  void shouldBeReadAsItIsWrittenByASpreadsheet() {
    // Given
    Entry entry =
        new Entry(
            7,
            Instant.parse("2026-11-24T10:00:00Z"),
            "=HYPERLINK(\"x\"),y",
            "note-read",
            null,
            "from 10.0.0.7");

    // Then
    assertThat(AccessReport.of(List.of(entry)))
        .isEqualTo(
            "number,at,person,action,visit,detail\r\n"
                + "7,2026-11-24T10:00:00Z,\"'=HYPERLINK(\"\"x\"\"),y\",note-read,,from 10.0.0.7\r\n");
  }
}
