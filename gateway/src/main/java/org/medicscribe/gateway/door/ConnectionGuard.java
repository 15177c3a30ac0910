package org.medicscribe.gateway.door;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.medicscribe.edge.problem.Problem;

/**
 * Stands before the HTTP server on one connection, for what the server itself does not answer or
 * bound: a body whose chunks cannot be read would end the connection without a word, and requests
 * that are sent before the ones ahead of them are answered would be kept without end.
 */
final class ConnectionGuard extends ChannelInboundHandlerAdapter {

  private static final String NAME = "connection-guard";
  private static final String SERVER = "handler";

  /** Requests ahead of their answers; no client of ours sends a second. */
  private static final int MOST_AHEAD = 32;

  private final Supplier<byte[]> malformed;
  private @Nullable HttpServerResponse current;
  private int ahead;

  private ConnectionGuard(Supplier<byte[]> malformed) {
    this.malformed = malformed;
  }

  /**
   * Watches this request, and what follows it on its connection.
   *
   * @param malformed the problem that says that a body cannot be read
   */
  static ConnectionGuard of(HttpServerRequest request, Supplier<byte[]> malformed) {
    ChannelPipeline pipeline = ((ConnectionBase) request.connection()).channel().pipeline();
    ConnectionGuard guard = pipeline.get(ConnectionGuard.class);
    if (guard == null) {
      guard = new ConnectionGuard(malformed);
      pipeline.addBefore(SERVER, NAME, guard);
    }
    guard.current = request.response();
    return guard;
  }

  /** The current request has got its answer. */
  void answered() {
    ahead = Math.max(0, ahead - 1);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest && ++ahead > MOST_AHEAD) {
      ReferenceCountUtil.release(message);
      var _ = context.close();
    } else if (message instanceof HttpContent content && content.decoderResult().isFailure()) {
      ReferenceCountUtil.release(message);
      refuse(context);
    } else {
      context.fireChannelRead(message);
    }
  }

  private void refuse(ChannelHandlerContext context) {
    HttpServerResponse response = current;
    if (response == null || response.headWritten()) {
      // It has its answer already, as far as there is one; that goes out first.
      var _ = context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
      return;
    }
    byte[] body = malformed.get();
    FullHttpResponse answer =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1, HttpResponseStatus.BAD_REQUEST, Unpooled.wrappedBuffer(body));
    answer
        .headers()
        .set(HttpHeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
        .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    var _ = context.writeAndFlush(answer).addListener(ChannelFutureListener.CLOSE);
  }
}
