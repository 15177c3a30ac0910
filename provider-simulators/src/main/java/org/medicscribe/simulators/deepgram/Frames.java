package org.medicscribe.simulators.deepgram;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.medicscribe.simulators.SimulatorServer;

/**
 * The messages of the provider as they stand on the wire; order and form of the fields as in
 * recorded ones.
 */
final class Frames {

  /** What the provider is used to say at the end of a stream that it ends itself. */
  enum End {
    DATA_0000(1008, "The payload cannot be decoded as audio. See https://dpgr.am/data0000"),
    NET_0000(
        1011,
        "Deepgram did not send a text message within the timeout window."
            + " See https://dpgr.am/net0000"),
    NET_0001(
        1011,
        "Deepgram did not receive audio data or a text message within the timeout window."
            + " See https://dpgr.am/net0001");

    final short code;
    final String reason;

    End(int code, String reason) {
      this.code = (short) code;
      this.reason = reason;
    }
  }

  /** One answer of each kind a careful client must survive. */
  static final List<String> GARBAGE =
      List.of(
          "not json at all",
          "{\"type\":\"Results\",\"channel_index\":[0,1],\"is_final\":true}",
          "{\"type\":\"NeverHeardOf\",\"value\":{\"deep\":[1,2,3]}}",
          "[]");

  private static final String MODEL_UUID = "c0d1a568-ce81-4fea-97e7-bd45cb1fdf3c";
  private static final String MODEL_VERSION = "2026-01-18.26916";
  private static final Pattern PUNCTUATION = Pattern.compile("^\\p{Punct}+|\\p{Punct}+$");

  private interface Body {
    void write(JsonGenerator json) throws IOException;
  }

  private final String requestId;
  private final ListenRequest request;
  private final double sampleRate;
  private final int channels;

  Frames(String requestId, ListenRequest request, int sampleRate) {
    this.requestId = requestId;
    this.request = request;
    this.sampleRate = sampleRate;
    this.channels = request.multichannel() ? request.channels() : 1;
  }

  String results(int channel, Segment segment) {
    return message(
        "Results",
        json -> {
          channel(json, "channel_index", channel);
          json.writeNumberField("duration", seconds(segment.end() - segment.start()));
          json.writeNumberField("start", seconds(segment.start()));
          json.writeBooleanField("is_final", segment.isFinal());
          json.writeBooleanField("speech_final", segment.speechFinal());
          json.writeObjectFieldStart("channel");
          json.writeArrayFieldStart("alternatives");
          alternative(json, segment);
          json.writeEndArray();
          json.writeEndObject();
          json.writeObjectFieldStart("metadata");
          json.writeStringField("request_id", requestId);
          modelInfo(json, "model_info");
          json.writeStringField("model_uuid", MODEL_UUID);
          json.writeEndObject();
          json.writeBooleanField("from_finalize", segment.fromFinalize());
        });
  }

  String speechStarted(int channel, long at) {
    return message(
        "SpeechStarted",
        json -> {
          channel(json, "channel", channel);
          json.writeNumberField("timestamp", seconds(at));
        });
  }

  String utteranceEnd(int channel, long lastWordEnd) {
    return message(
        "UtteranceEnd",
        json -> {
          channel(json, "channel", channel);
          json.writeNumberField("last_word_end", seconds(lastWordEnd));
        });
  }

  /** A stream that brought no audio gets the short form. */
  String metadata(Instant created, long samples) {
    return message(
        "Metadata",
        json -> {
          json.writeStringField("transaction_key", "deprecated");
          json.writeStringField("request_id", requestId);
          json.writeStringField("sha256", "incomplete");
          json.writeStringField("created", created.toString());
          json.writeNumberField("duration", seconds(samples));
          json.writeNumberField("channels", request.channels());
          if (samples > 0) {
            json.writeArrayFieldStart("models");
            json.writeString(MODEL_UUID);
            json.writeEndArray();
            json.writeObjectFieldStart("model_info");
            modelInfo(json, MODEL_UUID);
            json.writeEndObject();
          }
        });
  }

  private void alternative(JsonGenerator json, Segment segment) throws IOException {
    StringBuilder transcript = new StringBuilder();
    double confidence = 0;
    for (HeardWord word : segment.words()) {
      transcript.append(transcript.isEmpty() ? "" : " ").append(written(word));
      confidence += confidence(word);
    }
    json.writeStartObject();
    json.writeStringField("transcript", transcript.toString());
    json.writeNumberField(
        "confidence", segment.words().isEmpty() ? 0.0 : round(confidence / segment.words().size()));
    json.writeArrayFieldStart("words");
    for (HeardWord word : segment.words()) {
      long half = word.halfWithin(segment.start(), segment.end());
      json.writeStartObject();
      json.writeStringField("word", plain(word));
      json.writeNumberField("start", seconds(Math.max(0, word.middle() - half)));
      json.writeNumberField("end", seconds(word.middle() + half));
      json.writeNumberField("confidence", confidence(word));
      if (request.punctuate()) {
        json.writeStringField("punctuated_word", word.text());
      }
      if (request.diarize()) {
        json.writeNumberField("speaker", word.speaker());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void channel(JsonGenerator json, String name, int channel) throws IOException {
    json.writeArrayFieldStart(name);
    json.writeNumber(channel);
    json.writeNumber(channels);
    json.writeEndArray();
  }

  private void modelInfo(JsonGenerator json, String name) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("name", request.model());
    json.writeStringField("version", MODEL_VERSION);
    json.writeStringField("arch", request.model().startsWith("nova-3") ? "nova-3" : "nova-2");
    json.writeEndObject();
  }

  private String written(HeardWord word) {
    return request.punctuate() ? word.text() : plain(word);
  }

  private static String plain(HeardWord word) {
    String bare = PUNCTUATION.matcher(word.text()).replaceAll("");
    return (bare.isEmpty() ? word.text() : bare).toLowerCase(Locale.ROOT);
  }

  /** High, never the same for all, and the same for the same word. */
  private static double confidence(HeardWord word) {
    return round(0.9 + (word.text().hashCode() & 0xFF) / 2600.0);
  }

  /** A sample of any usual rate is found again from its seconds. */
  private double seconds(long samples) {
    return Math.round(samples / sampleRate * 1e7) / 1e7;
  }

  private static double round(double value) {
    return Math.round(value * 1e7) / 1e7;
  }

  private static String message(String type, Body body) {
    StringWriter text = new StringWriter(512);
    try (JsonGenerator json = SimulatorServer.JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("type", type);
      body.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
