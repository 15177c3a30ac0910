package org.medicscribe.soapnote.drafting.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.parsetools.RecordParser;
import java.io.IOException;
import java.io.Serial;
import java.util.function.Consumer;

/**
 * Exchanges one request for one streamed answer. Vert.x's own client, because the answer's status,
 * its {@code Retry-After} and a connection that closes midway must all be told apart.
 */
final class ChatClient {

  private static final int LONGEST_LINE = 1024 * 1024;
  private static final int OK = 200;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http;
  private final OpenAiConfig config;

  ChatClient(Vertx vertx, OpenAiConfig config) {
    this.config = config;
    this.http =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout((int) Math.min(10_000, config.firstTokenTimeout().toMillis())));
  }

  /** Carries an answer that ended before its stream began. */
  private static final class Ended extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;
    private final transient ChatAnswer answer;

    Ended(ChatAnswer answer) {
      super(null, null, false, false);
      this.answer = answer;
    }
  }

  /**
   * @param listener told each piece of the answer as it comes
   */
  Uni<ChatAnswer> complete(byte[] request, Consumer<String> listener) {
    return Uni.createFrom()
        .deferred(() -> {
          ChatCollector collector = new ChatCollector(listener);
          return lines(request)
              .ifNoItem()
              .after(config.firstTokenTimeout())
              .fail()
              .select()
              .first(collector::accept)
              .onItem()
              .ignoreAsUni()
              .map(end -> collector.end())
              .onFailure()
              .recoverWithItem(failure -> answerFor(failure, collector));
        });
  }

  /** The server's list of models, as it is. */
  Uni<JsonNode> models() {
    return Uni.createFrom()
        .completionStage(() ->
            http.request(options(HttpMethod.GET, "/models"))
                .compose(HttpClientRequest::send)
                .compose(HttpClientResponse::body)
                .map(ChatClient::parse)
                .toCompletionStage())
        .ifNoItem()
        .after(config.firstTokenTimeout())
        .fail();
  }

  private static ChatAnswer answerFor(Throwable failure, ChatCollector collector) {
    if (failure instanceof Ended ended) {
      return ended.answer;
    }
    if (failure instanceof TimeoutException) {
      return new ChatAnswer.Silent();
    }
    return collector.hasBegun() ? new ChatAnswer.Broken() : new ChatAnswer.Unreachable();
  }

  private Multi<String> lines(byte[] body) {
    return Multi.createFrom().emitter(emitter -> open(body, emitter));
  }

  private void open(byte[] body, MultiEmitter<? super String> emitter) {
    http.request(options(HttpMethod.POST, "/chat/completions"))
        .onFailure(emitter::fail)
        .onSuccess(request -> {
          emitter.onTermination(() -> request.reset());
          request
              .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
              .putHeader(HttpHeaders.ACCEPT, "text/event-stream")
              .send(Buffer.buffer(body))
              .onFailure(emitter::fail)
              .onSuccess(response -> receive(response, emitter));
        });
  }

  private static void receive(HttpClientResponse response, MultiEmitter<? super String> emitter) {
    if (response.statusCode() != OK || !isEventStream(response)) {
      response
          .body()
          .onFailure(failure -> failUnlessDone(emitter, failure))
          .onSuccess(body -> emitter.fail(new Ended(withoutStream(response, body))));
      return;
    }
    RecordParser parser = RecordParser.newDelimited("\n", response);
    parser.maxRecordSize(LONGEST_LINE);
    parser.exceptionHandler(failure -> failUnlessDone(emitter, failure));
    parser.endHandler(end -> emitter.complete());
    parser.handler(line -> emitter.emit(line.toString()));
  }

  /** Hanging up after the last wanted line is a failure to the connection, not to anybody else. */
  private static void failUnlessDone(MultiEmitter<? super String> emitter, Throwable failure) {
    if (!emitter.isCancelled()) {
      emitter.fail(failure);
    }
  }

  private static boolean isEventStream(HttpClientResponse response) {
    String type = response.getHeader(HttpHeaders.CONTENT_TYPE);
    return type != null && type.startsWith("text/event-stream");
  }

  private static ChatAnswer withoutStream(HttpClientResponse response, Buffer body) {
    JsonNode json = parse(body);
    if (response.statusCode() == OK && !json.hasNonNull("error")) {
      return new ChatAnswer.Garbage();
    }
    return new ChatAnswer.ProviderError(
        response.statusCode(),
        ChatCollector.errorCode(json),
        RetryAfter.read(response.getHeader("retry-after-ms"), response.getHeader("retry-after")));
  }

  private static JsonNode parse(Buffer body) {
    try {
      return JSON.readTree(body.getBytes());
    } catch (IOException notJson) {
      return JSON.missingNode();
    }
  }

  private RequestOptions options(HttpMethod method, String path) {
    RequestOptions options =
        new RequestOptions().setMethod(method).setAbsoluteURI(config.server() + path);
    config.apiKey().ifPresent(key -> options.putHeader("authorization", "Bearer " + key));
    return options;
  }
}
