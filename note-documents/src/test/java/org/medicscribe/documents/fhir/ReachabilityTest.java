package org.medicscribe.documents.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What Jackson reads of FHIR's resources and types by reflection, for native images. */
class ReachabilityTest {

  private static final Path METADATA =
      Path.of(
          "src/main/resources/META-INF/native-image/org.medicscribe/note-documents",
          "reachability-metadata.json");

  /** {@code -Dgolden.write=true} writes it anew. */
  @Test
  void shouldNameEveryResourceAndType() throws IOException {
    // Given
    Set<String> types = new TreeSet<>();
    reach(Resource.class, types);
    reach(Type.class, types);

    // When
    ObjectMapper json = new ObjectMapper();
    ObjectNode metadata = json.createObjectNode();
    ArrayNode reflection = metadata.putArray("reflection");
    for (String type : types) {
      reflection
          .addObject()
          .put("type", type)
          .put("allDeclaredConstructors", true)
          .put("allDeclaredMethods", true)
          .put("allDeclaredFields", true);
    }
    String written = metadata.toPrettyString() + "\n";
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(METADATA.getParent());
      Files.writeString(METADATA, written);
    }

    // Then
    assertThat(Files.readString(METADATA)).isEqualTo(written);
    assertThat(types).contains(Resource.Composition.Section.class.getName());
  }

  private static void reach(Class<?> type, Set<String> reached) {
    if (reached.add(type.getName())) {
      for (Class<?> nested : type.getDeclaredClasses()) {
        reach(nested, reached);
      }
    }
  }
}
