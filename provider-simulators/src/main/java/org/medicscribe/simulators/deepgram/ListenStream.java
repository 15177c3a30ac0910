package org.medicscribe.simulators.deepgram;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.medicscribe.simulators.SimulatorServer;
import org.medicscribe.simulators.faults.Fault;
import org.medicscribe.simulators.faults.FaultPlan.Strike;

/** One open stream: the socket's messages in, the provider's out. Lives on the server's loop. */
final class ListenStream {

  private final Vertx vertx;
  private final ServerWebSocket socket;
  private final Runnable cut;
  private final ListenRequest request;
  private final DeepgramOptions options;
  private final Strike strike;
  private final StreamRecord record;
  private final List<ChannelTranscriber> channels = new ArrayList<>();
  private final Deinterleaver deinterleaver;

  private int sampleRate;
  private Frames frames;
  private byte[] bytes = new byte[8 * 1024];
  private long byteCount;
  private long frameCount;
  private long openedNanos = System.nanoTime();
  private long lastHeardNanos = openedNanos;
  private boolean deaf;
  private boolean silent;
  private boolean over;

  /**
   * @param cut breaks the connection without a word
   */
  ListenStream(
      Vertx vertx,
      ServerWebSocket socket,
      Runnable cut,
      ListenRequest request,
      DeepgramOptions options,
      Strike strike,
      StreamRecord record) {
    this.vertx = vertx;
    this.socket = socket;
    this.cut = cut;
    this.request = request;
    this.options = options;
    this.strike = strike;
    this.record = record;
    this.deinterleaver = new Deinterleaver(request.channels());
    this.sampleRate = request.sampleRate();
    this.frames = new Frames(record.requestId(), request, Math.max(1, sampleRate));
    socket.binaryMessageHandler(this::audio);
    socket.textMessageHandler(this::text);
    socket.exceptionHandler(failure -> over = true);
    socket.closeHandler(closed -> {
      over = true;
      record.left(socket.closeStatusCode());
    });
  }

  boolean isOver() {
    return over;
  }

  /** Ends the stream when nothing, or no audio at all, came for too long. */
  void tick(long nanos) {
    long limit = options.idleAfter().toNanos();
    boolean idle = nanos - lastHeardNanos > limit;
    boolean neverSpoke = byteCount == 0 && nanos - openedNanos > limit;
    if (!over && !silent && (idle || neverSpoke)) {
      end(Frames.End.NET_0001);
    }
  }

  /** The provider ends the stream by itself; everything it still knows is lost. */
  void abandon(int code) {
    over = true;
    if (code == 0) {
      record.ended(1006);
      cut.run();
    } else {
      close(code, "");
    }
  }

  private void audio(Buffer frame) {
    if (over) {
      return;
    }
    lastHeardNanos = System.nanoTime();
    if (frame.length() == 0) {
      finish();
      return;
    }
    int from = byteCount == 0 ? begin(frame) : 0;
    if (!over) {
      byteCount += frame.length();
      frameCount++;
      hear(frame, from);
      strike();
    }
  }

  /** Looks at the first bytes; returns where the samples begin. */
  private int begin(Buffer frame) {
    return switch (AudioStart.of(request, frame)) {
      case AudioStart.Undecodable ignored -> {
        end(Frames.End.DATA_0000);
        yield 0;
      }
      case AudioStart.Samples samples -> {
        sampleRate = samples.sampleRate();
        deaf = samples.deaf();
        frames = new Frames(record.requestId(), request, sampleRate);
        for (int i = 0; i < (request.multichannel() ? request.channels() : 1); i++) {
          channels.add(new ChannelTranscriber(request, sampleRate, options, new Speaker(i)));
        }
        yield samples.from();
      }
    };
  }

  private void hear(Buffer frame, int from) {
    int length = frame.length() - from;
    if (bytes.length < length) {
      bytes = new byte[length];
    }
    if (deaf) {
      Arrays.fill(bytes, 0, length, (byte) 0);
    } else {
      frame.getBytes(from, frame.length(), bytes);
    }
    if (request.channels() == 1) {
      channels.getFirst().hear(bytes, 0, length);
    } else {
      deinterleaver.take(bytes, length);
      for (int i = 0; i < channels.size(); i++) {
        channels.get(i).hear(deinterleaver.channel(i), 0, deinterleaver.filled(i));
      }
    }
    ChannelTranscriber first = channels.getFirst();
    double seconds = length / 2.0 / request.channels() / sampleRate;
    boolean tooFast = record.isFrameTooFast(first.heard(), first.samples(), seconds);
    if (tooFast && options.punishPace()) {
      end(Frames.End.NET_0000);
    }
  }

  private void strike() {
    switch (strike.fault()) {
      case Fault.Silence silence -> silent |= frameCount >= silence.afterChunks();
      case Fault.Garbage garbage -> {
        if (frameCount == Math.max(1, garbage.afterChunks())) {
          Frames.GARBAGE.forEach(text -> say(() -> socket.writeTextMessage(text)));
          say(() -> socket.writeBinaryMessage(Buffer.buffer(new byte[] {1, 2, 3})));
        }
      }
      case Fault.Close close -> {
        boolean enough =
            close.afterAudio() != null
                && channels.getFirst().samples() * 1000 / sampleRate
                    >= close.afterAudio().toMillis();
        if (enough || frameCount >= close.afterChunks()) {
          abandon(close.code());
        }
      }
      case Fault.Latency ignored -> {}
      case Fault.Refuse ignored -> {}
      case Fault.OfAnswer ignored -> {}
      case null -> {}
    }
  }

  private void text(String text) {
    if (over) {
      return;
    }
    lastHeardNanos = System.nanoTime();
    String type;
    try {
      type = SimulatorServer.JSON.readTree(text).path("type").asText();
    } catch (JsonProcessingException e) {
      end(Frames.End.DATA_0000);
      return;
    }
    switch (type) {
      case "KeepAlive" -> record.keepAlive();
      case "Finalize" -> {
        record.finalizing();
        channels.forEach(channel -> channel.finish(true));
      }
      case "CloseStream" -> {
        record.closeStream();
        finish();
      }
      default -> record.unknownMessage();
    }
  }

  private void finish() {
    channels.forEach(channel -> channel.finish(false));
    end(1000, "");
  }

  private void end(Frames.End why) {
    end(why.code, why.reason);
  }

  /** The summary, then the end. */
  private void end(int code, String reason) {
    over = true;
    long samples = channels.isEmpty() ? 0 : channels.getFirst().samples();
    String metadata = frames.metadata(record.openedAt(), samples);
    say(() -> socket.writeTextMessage(metadata));
    say(() -> close(code, reason));
  }

  private void close(int code, String reason) {
    record.ended(code);
    socket.close((short) code, reason);
  }

  /** Everything that goes out passes here, in order. */
  private void say(Runnable message) {
    if (silent) {
      return;
    }
    if (strike.delay().isZero()) {
      message.run();
    } else {
      vertx.setTimer(strike.delay().toMillis(), ignored -> message.run());
    }
  }

  /** Sends what one channel has to say. */
  private final class Speaker implements ChannelTranscriber.Listener {

    private final int channel;

    Speaker(int channel) {
      this.channel = channel;
    }

    @Override
    public void result(Segment segment) {
      say(() -> {
        record.result(segment);
        socket.writeTextMessage(frames.results(channel, segment));
      });
    }

    @Override
    public void speechStarted(long at) {
      say(() -> socket.writeTextMessage(frames.speechStarted(channel, at)));
    }

    @Override
    public void utteranceEnd(long lastWordEnd) {
      say(() -> socket.writeTextMessage(frames.utteranceEnd(channel, lastWordEnd)));
    }
  }
}
