package org.medicscribe.devstack.load;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketConnectOptions;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import org.medicscribe.devstack.client.Incoming;
import org.medicscribe.events.Segment;
import org.medicscribe.simulators.ruler.RulerWord;

/** The protocol of the page. */
record GatewayLink(URI gateway, String token, String encounter) implements Link {

  private static final Heard OTHER = new Heard.Other();

  @Override
  public WebSocketConnectOptions address() {
    return new WebSocketConnectOptions()
        .setHost(gateway.getHost())
        .setPort(gateway.getPort())
        .setURI("/ws/encounters/" + encounter)
        .addHeader("Authorization", "Bearer " + token)
        .addSubProtocol("scribe.v1");
  }

  @Override
  public String greeting() {
    return "{\"type\":\"start\",\"from\":0,\"recorderId\":\"%s\",\"takeOver\":false}"
        .formatted(UUID.randomUUID());
  }

  @Override
  public Buffer frame(long position, int pcmBytes) {
    return Buffer.buffer(Long.BYTES + pcmBytes).appendLong(position);
  }

  @Override
  public String farewell(long totalSamples) {
    return "{\"type\":\"stop\",\"totalSamples\":" + totalSamples + "}";
  }

  @Override
  public Heard read(String message) throws IOException {
    return switch (Incoming.parse(message)) {
      case Incoming.Ready _ -> new Heard.Ready();
      case Incoming.Ack ack -> new Heard.Acknowledged(ack.through());
      case Incoming.Heard heard ->
          heard.segments().isEmpty() ? OTHER : told(heard.segments().getLast());
      case Incoming.Stopped _ -> new Heard.Ended();
      case Incoming.Failed failed -> new Heard.Refused(failed.problem().code());
      case Incoming.Closed closed -> new Heard.Refused("closed with " + closed.code());
      case Incoming.Interim _, Incoming.Delay _, Incoming.NoteEnded _, Incoming.Other _ -> OTHER;
    };
  }

  private static Heard told(Segment segment) {
    return segment.words().isEmpty()
        ? OTHER
        : RulerWord.parse(segment.words().getLast().text())
            .<Heard>map(word -> new Heard.Told(word.index()))
            .orElse(OTHER);
  }
}
