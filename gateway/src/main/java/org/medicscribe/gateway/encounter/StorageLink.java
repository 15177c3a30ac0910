package org.medicscribe.gateway.encounter;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/** The one pool of connections to storage-service. */
final class StorageLink {

  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  StorageLink() {}

  @Produces
  @Singleton
  static HttpClient client(Vertx vertx, StorageConfig config) {
    URI url = config.url();
    boolean isTls = "https".equals(url.getScheme());
    HttpClientOptions options =
        new HttpClientOptions()
            .setSsl(isTls)
            .setDefaultHost(url.getHost())
            .setDefaultPort(url.getPort() >= 0 ? url.getPort() : isTls ? HTTPS_PORT : HTTP_PORT)
            .setConnectTimeout(Math.toIntExact(config.connectTimeout().toMillis()))
            // Nobody is given a connection that is about to be closed for standing still.
            .setKeepAliveTimeout(
                Math.toIntExact(Math.max(1, config.idleTimeout().dividedBy(2).toSeconds())))
            .setIdleTimeout(Math.toIntExact(config.idleTimeout().toMillis()))
            .setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
    return vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(config.connections()));
  }
}
