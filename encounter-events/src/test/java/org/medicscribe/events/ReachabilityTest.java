package org.medicscribe.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * What Jackson reads of the contracts by reflection, for native images of all services: every type
 * that can be reached from a topic's events, and what services tell each other of an encounter.
 */
class ReachabilityTest {

  private static final Path METADATA =
      Path.of(
          "src/main/resources/META-INF/native-image/org.medicscribe/encounter-events",
          "reachability-metadata.json");

  private static final List<Class<?>> ROOTS =
      List.of(
          AudioEvent.class,
          TranscriptEvent.class,
          NoteEvent.class,
          LiveEvent.class,
          RecordingSettings.class,
          SampleRange.class);

  /** {@code -Dgolden.write=true} writes it anew. */
  @Test
  void shouldNameEveryTypeOfTheContracts() throws IOException {
    // Given
    Set<String> types = new TreeSet<>();
    ROOTS.forEach(root -> reach(root, types));

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
    assertThat(types).contains(NoteEvent.NoteDrafted.class.getName(), Word.class.getName());
  }

  private static void reach(Type type, Set<String> reached) {
    if (type instanceof ParameterizedType generic) {
      for (Type argument : generic.getActualTypeArguments()) {
        reach(argument, reached);
      }
    } else if (type instanceof Class<?> named
        && named.getPackage() == EventJson.class.getPackage()
        && reached.add(named.getName())) {
      if (named.isSealed()) {
        for (Class<?> permitted : named.getPermittedSubclasses()) {
          reach(permitted, reached);
        }
      }
      if (named.isRecord()) {
        for (RecordComponent component : named.getRecordComponents()) {
          reach(component.getGenericType(), reached);
        }
      }
    }
  }
}
