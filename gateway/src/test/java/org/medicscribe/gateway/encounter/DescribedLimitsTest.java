package org.medicscribe.gateway.encounter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.medicscribe.edge.catalogue.Limit;

/** The description of the API names the limits that storage-service holds requests against. */
class DescribedLimitsTest {

  private static final String BODY = "requestBody/content/application~1json/schema/properties/";

  @ParameterizedTest
  @CsvSource({
    "PATIENT_LABEL, components/schemas/NewEncounter/properties/patientLabel/maxLength",
    "VISIT_TYPE, components/schemas/NewEncounter/properties/visitType/maxLength",
    "KEY_TERMS, components/schemas/NewEncounter/properties/keyTerms/maxItems",
    "KEY_TERM, components/schemas/NewEncounter/properties/keyTerms/items/maxLength",
    "CONSENT_WORDING, components/schemas/NewConsent/properties/wording/maxLength",
    "SEGMENT, paths/~1api~1encounters~1{id}~1transcript~1segments~1{segmentId}/patch/"
        + BODY
        + "text/maxLength",
    "STATEMENT, components/schemas/NoteEdit/properties/sections/items/properties/statements/items"
        + "/properties/text/maxLength",
    "OMISSION_REASON, components/schemas/NoteEdit/properties/omissions/items/properties/resolution"
        + "/properties/reason/maxLength",
    "ATTESTATION, paths/~1api~1encounters~1{id}~1note~1signature/post/"
        + BODY
        + "attestation/maxLength",
    "ADDENDUM, paths/~1api~1encounters~1{id}~1note~1addenda/post/" + BODY + "text/maxLength",
    "ACCESS_REASON, paths/~1api~1emergency-access/post/" + BODY + "reason/maxLength",
    "ACCESS_REASON, paths/~1api~1administration~1hand-overs/post/" + BODY + "reason/maxLength"
  })
  void shouldBeThoseThatHold(Limit limit, String where) throws IOException {
    JsonNode description =
        new ObjectMapper(new YAMLFactory()).readTree(Path.of("../docs/openapi.yaml").toFile());
    assertThat(description.at("/" + where).asInt()).isEqualTo(limit.most());
  }
}
