package org.medicscribe.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EventContractTest {

  static Stream<Arguments> everyEvent() {
    return Stream.of(
            eventsOf("transcript", TranscriptEvent.class, EventJson.transcript()),
            eventsOf("note", NoteEvent.class, EventJson.note()),
            eventsOf("live", LiveEvent.class, EventJson.live()),
            eventsThatGrew())
        .flatMap(events -> events);
  }

  private static Stream<Arguments> eventsThatGrew() {
    return Stream.of(
        Arguments.of(
            "live/recorder-claimed-counted.json",
            LiveEvent.RecorderClaimed.class,
            EventJson.live()));
  }

  private static Stream<Arguments> eventsOf(String topic, Class<?> events, EventJson<?> json) {
    JsonSubTypes.Type[] named = events.getAnnotation(JsonSubTypes.class).value();
    return Arrays.stream(events.getPermittedSubclasses())
        .map(type -> {
          String name =
              Arrays.stream(named)
                  .filter(candidate -> candidate.value() == type)
                  .map(JsonSubTypes.Type::name)
                  .findFirst()
                  .orElseThrow(() -> new AssertionError(type + " has no wire name"));
          return Arguments.of(topic + "/" + name + ".json", type, json);
        });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("everyEvent")
  <T> void shouldReadAndWriteTheGoldenFile(String file, Class<?> type, EventJson<T> json)
      throws IOException {
    // Given
    JsonNode golden = GoldenFiles.tree(file);

    // When
    Decoded<T> decoded = json.read(GoldenFiles.bytes(golden));

    // Then
    assertThat(decoded).isInstanceOf(Decoded.Known.class);
    T event = ((Decoded.Known<T>) decoded).event();
    assertThat(event).isInstanceOf(type);
    assertThat(EventJson.mapper().readTree(json.write(event))).isEqualTo(golden);
  }

  @Test
  void shouldCarryTheRolesThatPersonsSet() throws IOException {
    // Given
    JsonNode golden = GoldenFiles.tree("note/note-requested-with-roles.json");

    // When
    Decoded<NoteEvent> decoded = EventJson.note().read(GoldenFiles.bytes(golden));

    // Then
    NoteEvent event = ((Decoded.Known<NoteEvent>) decoded).event();
    assertThat(((NoteEvent.NoteRequested) event).roles())
        .containsExactly(Map.entry("S1", SoapNote.SpeakerRole.CLINICIAN));
    assertThat(EventJson.mapper().readTree(EventJson.note().write(event))).isEqualTo(golden);
  }

  @Test
  void shouldCarryTheTemplateOfTheNote() throws IOException {
    // Given
    JsonNode golden = GoldenFiles.tree("note/note-requested-with-form.json");

    // When
    Decoded<NoteEvent> decoded = EventJson.note().read(GoldenFiles.bytes(golden));

    // Then
    NoteEvent event = ((Decoded.Known<NoteEvent>) decoded).event();
    NoteTemplate form = ((NoteEvent.NoteRequested) event).form();
    assertThat(Objects.requireNonNull(form).sections())
        .extracting(section -> section.titleIn("es"))
        .containsExactly("Historia", "Rest");
    assertThat(EventJson.mapper().readTree(EventJson.note().write(event))).isEqualTo(golden);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("everyEvent")
  <T> void shouldIgnoreFieldsOfNewerProducers(String file, Class<?> type, EventJson<T> json) {
    // Given
    ObjectNode newer = (ObjectNode) GoldenFiles.tree(file);
    newer.put("addedLater", 1);

    // When
    Decoded<T> decoded = json.read(GoldenFiles.bytes(newer));

    // Then
    assertThat(decoded).isInstanceOf(Decoded.Known.class);
  }

  @Test
  void shouldNameATypeItDoesNotKnow() {
    // When
    Decoded<LiveEvent> decoded = EventJson.live().read(utf8("{\"type\":\"from-the-future\"}"));

    // Then
    assertThat(decoded).isEqualTo(new Decoded.UnknownType<LiveEvent>("from-the-future"));
  }

  @Test
  void shouldCallBytesMalformedWithoutRepeatingThem() {
    // When
    Decoded<LiveEvent> notJson = EventJson.live().read(utf8("Mrs Jones"));
    Decoded<LiveEvent> wrongShape =
        EventJson.live().read(utf8("{\"type\":\"interim-heard\",\"start\":\"Mrs Jones\"}"));

    // Then
    assertThat(notJson).isInstanceOf(Decoded.Malformed.class);
    assertThat(wrongShape).isInstanceOf(Decoded.Malformed.class);
    assertThat(notJson.toString() + wrongShape).doesNotContain("Jones");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("everyEvent")
  <T> void shouldKeepPatientTextOutOfToString(String file, Class<?> type, EventJson<T> json) {
    // When
    Decoded<T> decoded = json.read(GoldenFiles.bytes(GoldenFiles.tree(file)));

    // Then
    assertThat(decoded.toString())
        .doesNotContain("llergi")
        .doesNotContain("enicillin")
        .doesNotContain("500 mg")
        .doesNotContain("how long")
        .doesNotContain("two weeks")
        .doesNotContain("Follow up");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
