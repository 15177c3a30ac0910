package org.medicscribe.gateway.socket;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.regex.Pattern;
import org.medicscribe.events.SampleIndex;

/** What a page sends; {@link Audio} is binary, all others are JSON. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ClientFrame.Start.class, name = "start"),
  @JsonSubTypes.Type(value = ClientFrame.Pause.class, name = "pause"),
  @JsonSubTypes.Type(value = ClientFrame.Resume.class, name = "resume"),
  @JsonSubTypes.Type(value = ClientFrame.Missed.class, name = "missed"),
  @JsonSubTypes.Type(value = ClientFrame.Stop.class, name = "stop")
})
public sealed interface ClientFrame {

  /**
   * Makes the socket the recorder.
   *
   * @param from the recorder's first unacknowledged sample
   * @param recorderId made once per recording on a device
   * @param takeOver whether another recorder is to be replaced
   */
  record Start(
      @JsonProperty(required = true) SampleIndex from,
      @JsonProperty(required = true) String recorderId,
      boolean takeOver)
      implements ClientFrame {

    private static final Pattern RECORDER_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    public Start {
      if (!RECORDER_ID.matcher(recorderId).matches()) {
        throw new IllegalArgumentException("a recorder id is 1 to 64 letters, digits, . _ or -");
      }
    }
  }

  record Pause() implements ClientFrame {}

  record Resume() implements ClientFrame {}

  /** Nothing could be captured of what lies between the last sample sent and {@code through}. */
  record Missed(@JsonProperty(required = true) SampleIndex through) implements ClientFrame {}

  /** The recorder has captured {@code totalSamples} and sends no more. */
  record Stop(@JsonProperty(required = true) SampleIndex totalSamples) implements ClientFrame {}

  /** PCM16LE samples, at least one. */
  record Audio(SampleIndex first, byte[] pcm) implements ClientFrame {
    @Override
    public String toString() {
      return "Audio[" + first.value() + ", bytes=" + pcm.length + "]";
    }
  }
}
