package org.medicscribe.documents.fhir;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** FHIR's JSON: what is empty is left out. */
final class FhirJson {

  private static final ObjectMapper JSON =
      JsonMapper.builder().serializationInclusion(JsonInclude.Include.NON_EMPTY).build();

  private FhirJson() {}

  static byte[] write(Resource resource) {
    try {
      return JSON.writerFor(Resource.class).writeValueAsBytes(resource);
    } catch (JsonProcessingException unwritable) {
      // Its message would quote the note.
      throw new IllegalStateException("a document cannot be written");
    }
  }
}
