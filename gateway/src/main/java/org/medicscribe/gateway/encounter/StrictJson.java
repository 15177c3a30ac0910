package org.medicscribe.gateway.encounter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Whether a body is one JSON value as everybody understands it: UTF-8, each member once, not nested
 * without end, no number that nobody can hold, and no text that a database cannot.
 */
final class StrictJson {

  private static final int DEEPEST = 64;
  private static final int LONGEST_NUMBER = 64;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNumberLength(LONGEST_NUMBER)
                  .build())
          .build();

  private StrictJson() {}

  static boolean isIt(byte[] body) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      try (JsonParser parser = JSON.createParser(text)) {
        return isOneValue(parser);
      }
    } catch (IOException notJson) {
      return false;
    }
  }

  private static boolean isOneValue(JsonParser parser) throws IOException {
    int depth = 0;
    int values = 0;
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      if (depth == 0) {
        values++;
      }
      if (token.isStructStart()) {
        depth++;
      } else if (token.isStructEnd()) {
        depth--;
      } else if (isText(token) && !isKeepable(parser.getText())) {
        return false;
      }
    }
    return values == 1;
  }

  private static boolean isText(JsonToken token) {
    return token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME;
  }

  private static boolean isKeepable(String text) {
    return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }
}
