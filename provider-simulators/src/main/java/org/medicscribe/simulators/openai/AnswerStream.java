package org.medicscribe.simulators.openai;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.medicscribe.simulators.SimulatorServer;
import org.medicscribe.simulators.faults.Fault;

/** Sends one answer event by event, as far as its fault lets it. Lives on the server's loop. */
final class AnswerStream {

  private final Vertx vertx;
  private final HttpServerResponse response;
  private final RequestRecord record;
  private final Iterator<ObjectNode> chunks;
  private final long pauseMillis;
  private final @Nullable Fault fault;
  private int sent;

  AnswerStream(
      Vertx vertx,
      HttpServerResponse response,
      RequestRecord record,
      List<ObjectNode> chunks,
      Duration pause,
      @Nullable Fault fault) {
    this.vertx = vertx;
    this.response = response;
    this.record = record;
    this.chunks = chunks.iterator();
    this.pauseMillis = pause.toMillis();
    this.fault = fault;
  }

  void start() {
    record.status(200);
    response
        .setStatusCode(200)
        .setChunked(true)
        .putHeader("content-type", "text/event-stream; charset=utf-8")
        .putHeader("cache-control", "no-cache");
    next();
  }

  private void next() {
    if (response.closed() || isStruck()) {
      return;
    }
    if (!chunks.hasNext()) {
      record.end(RequestRecord.Outcome.COMPLETE);
      response.end("data: [DONE]\n\n");
      return;
    }
    response.write("data: " + chunks.next() + "\n\n");
    sent++;
    if (pauseMillis == 0) {
      vertx.runOnContext(ignored -> next());
    } else {
      vertx.setTimer(pauseMillis, ignored -> next());
    }
  }

  /** Lets the fault happen when its time has come; tells whether the answer ends here. */
  private boolean isStruck() {
    return switch (fault) {
      case Fault.Silence silence when sent >= silence.afterChunks() -> {
        record.end(RequestRecord.Outcome.BROKEN);
        yield true;
      }
      case Fault.Close close when sent >= close.afterChunks() -> {
        record.end(RequestRecord.Outcome.BROKEN);
        response.reset();
        yield true;
      }
      case Fault.ErrorInStream error when sent >= error.afterChunks() -> {
        record.end(RequestRecord.Outcome.BROKEN);
        response.end("data: " + error() + "\n\n");
        yield true;
      }
      case Fault.Garbage garbage when sent == garbage.afterChunks() -> {
        response.write(": a comment\n\ndata: {\"id\":\"chatcmpl\",\"cho\n\n");
        yield false;
      }
      case Fault ignored -> false;
      case null -> false;
    };
  }

  private static String error() {
    return SimulatorServer.JSON.valueToTree(ApiError.of(500, null).toJson()).toString();
  }
}
