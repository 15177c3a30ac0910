package org.medicscribe.simulators.openai;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the provider behaves when nothing is wrong.
 *
 * @param port 0 for any free one
 * @param apiKey the only key accepted; null accepts any
 * @param chunkEvery time between two events of a streamed answer
 * @param models what the account may use
 */
public record OpenAiOptions(
    String host,
    int port,
    @Nullable String apiKey,
    Duration chunkEvery,
    List<Model> models,
    Answerer answerer) {

  /**
   * A model of the account.
   *
   * @param reasons whether it is a reasoning model, which refuses sampling options unless its
   *     effort is {@code none}
   * @param shutdownDate ISO date of its announced end
   */
  public record Model(String id, boolean reasons, @Nullable String shutdownDate) {

    Map<String, @Nullable Object> toJson() {
      Map<String, @Nullable Object> json = new LinkedHashMap<>();
      json.put("id", id);
      json.put("object", "model");
      json.put("created", 1_744_316_542);
      json.put("owned_by", "system");
      json.put("shutdown_date", shutdownDate);
      return json;
    }
  }

  public OpenAiOptions {
    models = List.copyOf(models);
  }

  public static OpenAiOptions defaults() {
    return new OpenAiOptions(
        "127.0.0.1",
        0,
        null,
        Duration.ofMillis(5),
        List.of(
            new Model("gpt-4.1", false, "2027-01-14"),
            new Model("gpt-4.1-mini", false, "2027-01-14"),
            new Model("gpt-5.1", true, null)),
        new NoteAnswerer());
  }

  public OpenAiOptions withHost(String value) {
    return new OpenAiOptions(value, port, apiKey, chunkEvery, models, answerer);
  }

  public OpenAiOptions withPort(int value) {
    return new OpenAiOptions(host, value, apiKey, chunkEvery, models, answerer);
  }

  public OpenAiOptions withApiKey(String value) {
    return new OpenAiOptions(host, port, value, chunkEvery, models, answerer);
  }

  public OpenAiOptions withChunkEvery(Duration value) {
    return new OpenAiOptions(host, port, apiKey, value, models, answerer);
  }

  public OpenAiOptions withModels(List<Model> value) {
    return new OpenAiOptions(host, port, apiKey, chunkEvery, value, answerer);
  }

  public OpenAiOptions withAnswerer(Answerer value) {
    return new OpenAiOptions(host, port, apiKey, chunkEvery, models, value);
  }
}
