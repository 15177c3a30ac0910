package org.medicscribe.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenPathsTest {

  private static final String VISIT = "/api/encounters/0198c5a2-7d3e-7c11-9a55-3f1f0c2b7a10";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/encounters",
        "/api/encounters/search",
        "/api/audit",
        "/api/audit/report",
        "/api/templates",
        "/api/emergency-access",
        "/api/administration/people",
        "/api/administration/hand-overs",
        VISIT + "/emergency-access",
        VISIT,
        VISIT + "/consent",
        VISIT + "/audit",
        VISIT + "/audio",
        VISIT + "/transcript",
        VISIT + "/transcript/segments/s1600",
        VISIT + "/speakers/S1",
        VISIT + "/note",
        VISIT + "/note/signature",
        VISIT + "/note/addenda",
        VISIT + "/notes",
        VISIT + "/notes/2"
      })
  void shouldOpenWhatIsForPeople(String path) {
    assertThat(OpenPaths.has(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        VISIT + "/recorder",
        VISIT + "/recorder/",
        VISIT + "/recorder;a=b",
        VISIT + ";a=b/recorder",
        VISIT + "/note/../recorder",
        VISIT + "/./recorder",
        VISIT + "//recorder",
        VISIT + "/%72ecorder",
        VISIT + "/recorder%2f",
        VISIT + "/RECORDER",
        VISIT + "/note/",
        VISIT + "/",
        "/api/encounters/",
        "/api/encounters/..",
        "/api/encountersx",
        "/api/audit/",
        "/api/audit/report/x",
        "/api/templates/",
        "/api/templatesx",
        "/api/emergency-access/",
        "/api/administration",
        "/api/administration/people/x",
        "/q/metrics"
      })
  void shouldLeadNowhereElse(String path) {
    assertThat(OpenPaths.has(path)).isFalse();
  }
}
