package org.medicscribe.gateway.door;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Serves {@code docs/openapi.yaml}, which the build packs in. */
@Singleton
class ApiDescription implements Handler<RoutingContext> {

  private static final String RESOURCE = "/api/openapi.yaml";

  private final Buffer yaml;

  ApiDescription() {
    try (InputStream packed = ApiDescription.class.getResourceAsStream(RESOURCE)) {
      this.yaml = Buffer.buffer(Objects.requireNonNull(packed, RESOURCE).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void handle(RoutingContext request) {
    request.response().putHeader(HttpHeaders.CONTENT_TYPE, "application/yaml").end(yaml);
  }
}
