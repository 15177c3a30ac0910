package org.medicscribe.devstack.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketConnectOptions;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.medicscribe.devstack.client.Incoming;
import org.medicscribe.simulators.ruler.RulerWord;

/** Deepgram's own protocol, asked for what transcription-service asks for. */
record ProviderLink(URI provider) implements Link {

  private static final Heard OTHER = new Heard.Other();
  private static final String LISTEN =
      "/v1/listen?model=nova-3-medical&language=en&encoding=linear16&sample_rate=16000&channels=1"
          + "&interim_results=true&smart_format=true&punctuate=true&diarize_model=latest"
          + "&endpointing=300&utterance_end_ms=1000&vad_events=true&mip_opt_out=true";

  @Override
  public WebSocketConnectOptions address() {
    return new WebSocketConnectOptions()
        .setHost(provider.getHost())
        .setPort(provider.getPort())
        .setURI(LISTEN)
        .addHeader("Authorization", "Token simulated");
  }

  @Override
  public @Nullable String greeting() {
    return null;
  }

  @Override
  public Buffer frame(long position, int pcmBytes) {
    return Buffer.buffer(pcmBytes);
  }

  @Override
  public String farewell(long totalSamples) {
    return "{\"type\":\"CloseStream\"}";
  }

  @Override
  public Heard read(String message) throws IOException {
    JsonNode json = Incoming.JSON.readTree(message);
    return switch (json.path("type").asText()) {
      case "Metadata" -> new Heard.Ended();
      case "Results" -> json.path("is_final").asBoolean() ? told(json) : OTHER;
      default -> OTHER;
    };
  }

  private static Heard told(JsonNode results) {
    JsonNode words = results.path("channel").path("alternatives").path(0).path("words");
    return RulerWord.parse(words.path(words.size() - 1).path("word").asText())
        .<Heard>map(word -> new Heard.Told(word.index()))
        .orElse(OTHER);
  }
}
