package org.medicscribe.simulators.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.core.http.StreamResponse;
import com.openai.errors.BadRequestException;
import com.openai.errors.InternalServerException;
import com.openai.errors.OpenAIIoException;
import com.openai.errors.RateLimitException;
import com.openai.errors.UnauthorizedException;
import com.openai.models.ResponseFormatJsonSchema;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.models.Model;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.medicscribe.simulators.SimulatorServer;
import org.medicscribe.simulators.faults.Fault;

/** The provider's own client for Java against the simulator. */
class OpenAiJavaClientTest {

  private static final Map<String, Object> TEXT = Map.of("type", "string");

  private static final Map<String, Object> SCHEMA =
      object(
          Map.of(
              "sections",
              list(
                  object(
                      Map.of(
                          "code",
                          Map.of("type", "string", "enum", List.of("subjective", "plan")),
                          "statements",
                          list(
                              object(
                                  Map.of(
                                      "text",
                                      TEXT,
                                      "evidence",
                                      list(object(Map.of("segment", TEXT, "quote", TEXT)))))))))));

  private static final String TRANSCRIPT =
      """
      {"segment":"a","speaker":"1","text":"My knee hurts."}
      {"segment":"b","speaker":"0","text":"Rest it for two weeks."}
      """;

  private final OpenAiSimulator simulator =
      OpenAiSimulator.start(OpenAiOptions.defaults().withApiKey("right"));
  private final List<OpenAIClient> clients = new ArrayList<>();
  private final OpenAIClient client = client("right", 2);

  private OpenAIClient client(String key, int retries) {
    OpenAIClient opened =
        OpenAIOkHttpClient.builder()
            .baseUrl(simulator.url())
            .apiKey(key)
            .maxRetries(retries)
            .build();
    clients.add(opened);
    return opened;
  }

  @AfterEach
  void close() {
    clients.forEach(OpenAIClient::close);
    simulator.close();
  }

  @Test
  void shouldAnswerWithANoteThatQuotesTheTranscript() throws Exception {
    // When
    ChatCompletion completion = client.chat().completions().create(note(SCHEMA));

    // Then
    ChatCompletion.Choice choice = completion.choices().getFirst();
    JsonNode sections =
        SimulatorServer.JSON.readTree(choice.message().content().orElseThrow()).path("sections");
    assertThat(choice.finishReason()).isEqualTo(ChatCompletion.Choice.FinishReason.STOP);
    assertThat(sections.at("/0/statements/0/evidence/0/segment").asText()).isEqualTo("a");
    assertThat(sections.at("/0/statements/0/evidence/0/quote").asText())
        .isEqualTo("My knee hurts.");
    assertThat(sections.at("/1/code").asText()).isEqualTo("plan");
    assertThat(sections.at("/1/statements/0/text").asText()).isEqualTo("Rest it for two weeks.");
    assertThat(simulator.requests().getLast().outcome()).isEqualTo(RequestRecord.Outcome.COMPLETE);
  }

  @Test
  void shouldStreamTheSameNoteAndItsUsage() {
    // Given
    String whole =
        client
            .chat()
            .completions()
            .create(note(SCHEMA))
            .choices()
            .getFirst()
            .message()
            .content()
            .orElseThrow();

    // When
    List<ChatCompletionChunk> chunks = stream(client);

    // Then
    assertThat(text(chunks)).isEqualTo(whole);
    assertThat(chunks.getLast().choices()).isEmpty();
    assertThat(chunks.getLast().usage().orElseThrow().completionTokens()).isPositive();
  }

  @Test
  void shouldListTheAnnouncedEndOfAModel() {
    // When
    Model model = client.models().retrieve("gpt-4.1");

    // Then
    assertThat(model.shutdownDate()).contains(LocalDate.of(2027, 1, 14));
    assertThat(client.models().list().data())
        .filteredOn(each -> each.shutdownDate().isEmpty())
        .extracting(Model::id)
        .containsExactly("gpt-5.1");
  }

  @Test
  void shouldBeTriedAgainAfterTooManyRequests() {
    // Given
    simulator.faults().set(new Fault.Refuse(2, 429, null, Duration.ofMillis(50)));

    // When
    client.chat().completions().create(note(SCHEMA));

    // Then
    assertThat(simulator.requests())
        .extracting(RequestRecord::status)
        .containsExactly(429, 429, 200);
  }

  @Test
  void shouldRefuseAWrongKey() {
    OpenAIClient stranger = client("wrong", 0);
    assertThatThrownBy(() -> stranger.models().list())
        .isInstanceOf(UnauthorizedException.class)
        .hasMessageContaining("Incorrect API key");
  }

  @Test
  void shouldRefuseASchemaThatIsNotStrict() {
    // Given
    Map<String, Object> loose = Map.of("type", "object", "properties", Map.of("a", TEXT));

    // Then
    assertThatThrownBy(() -> client.chat().completions().create(note(loose)))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("'additionalProperties' is required");
  }

  @Test
  void shouldTellQuotaAndOverloadApart() {
    OpenAIClient once = client("right", 0);
    // Given
    simulator
        .faults()
        .set(new Fault.Refuse(1, 429, "insufficient_quota", null), new Fault.Refuse(1, 503));

    // Then
    assertThatThrownBy(() -> once.chat().completions().create(note(SCHEMA)))
        .isInstanceOfSatisfying(
            RateLimitException.class, e -> assertThat(e.code()).contains("insufficient_quota"));
    assertThatThrownBy(() -> once.chat().completions().create(note(SCHEMA)))
        .isInstanceOf(InternalServerException.class);
  }

  @Test
  void shouldDeclineAndCutTheAnswer() {
    // Given
    simulator.faults().set(new Fault.Decline(1, "No."), new Fault.Truncate(1));

    // When
    ChatCompletion declined = client.chat().completions().create(note(SCHEMA));
    List<ChatCompletionChunk> cut = stream(client);

    // Then
    assertThat(declined.choices().getFirst().message().refusal()).contains("No.");
    assertThat(cut.get(cut.size() - 2).choices().getFirst().finishReason())
        .contains(ChatCompletionChunk.Choice.FinishReason.LENGTH);
  }

  @Test
  void shouldBreakInTheMiddleOfAStream() {
    OpenAIClient once = client("right", 0);
    // Given
    simulator.faults().set(Fault.Close.afterChunks(1, 3, 0));

    // Then
    assertThatThrownBy(() -> stream(once)).isInstanceOf(OpenAIIoException.class);
    assertThat(simulator.requests().getLast().outcome()).isEqualTo(RequestRecord.Outcome.BROKEN);
  }

  @Test
  void shouldTellAnErrorInsideAStream() {
    OpenAIClient once = client("right", 0);
    // Given
    simulator.faults().set(new Fault.ErrorInStream(1, 3));

    // Then
    assertThatThrownBy(() -> stream(once)).hasMessageContaining("had an error while processing");
  }

  @Test
  void shouldCutTheAnswerAtTheMostTokensAsked() {
    // When
    ChatCompletion completion =
        client.chat().completions().create(note(SCHEMA).toBuilder().maxCompletionTokens(5).build());

    // Then
    assertThat(completion.choices().getFirst().finishReason())
        .isEqualTo(ChatCompletion.Choice.FinishReason.LENGTH);
    assertThat(completion.choices().getFirst().message().content().orElseThrow()).hasSize(20);
  }

  private static List<ChatCompletionChunk> stream(OpenAIClient client) {
    ChatCompletionCreateParams params =
        note(SCHEMA).toBuilder()
            .streamOptions(ChatCompletionStreamOptions.builder().includeUsage(true).build())
            .build();
    try (StreamResponse<ChatCompletionChunk> response =
        client.chat().completions().createStreaming(params)) {
      return response.stream().toList();
    }
  }

  private static String text(List<ChatCompletionChunk> chunks) {
    return chunks.stream()
        .flatMap(chunk -> chunk.choices().stream())
        .map(choice -> choice.delta().content().orElse(""))
        .collect(Collectors.joining());
  }

  private static ChatCompletionCreateParams note(Map<String, Object> schema) {
    ResponseFormatJsonSchema.JsonSchema.Schema.Builder built =
        ResponseFormatJsonSchema.JsonSchema.Schema.builder();
    schema.forEach((name, value) -> built.putAdditionalProperty(name, JsonValue.from(value)));
    return ChatCompletionCreateParams.builder()
        .model("gpt-4.1")
        .store(false)
        .addSystemMessage("Write a note.")
        .addUserMessage(TRANSCRIPT)
        .responseFormat(
            ResponseFormatJsonSchema.builder()
                .jsonSchema(
                    ResponseFormatJsonSchema.JsonSchema.builder()
                        .name("note")
                        .strict(true)
                        .schema(built.build())
                        .build())
                .build())
        .build();
  }

  private static Map<String, Object> object(Map<String, Object> properties) {
    return Map.of(
        "type",
        "object",
        "properties",
        properties,
        "required",
        List.copyOf(properties.keySet()),
        "additionalProperties",
        false);
  }

  private static Map<String, Object> list(Map<String, Object> items) {
    return Map.of("type", "array", "items", items);
  }
}
