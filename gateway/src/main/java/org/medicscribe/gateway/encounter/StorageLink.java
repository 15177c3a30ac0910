package org.medicscribe.gateway.encounter;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;

/**
 * The connections to storage-service: a pool for each purpose, so that neither many requests nor
 * slow listeners keep a recorder from being let in.
 */
@Singleton
final class StorageLink {

  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  private final StorageApi recorders;
  private final HttpClient requests;
  private final HttpClient audio;
  private final long answerMillis;

  StorageLink(Vertx vertx, StorageConfig config) {
    this.recorders = recorders(config);
    this.requests = client(vertx, config, config.connections());
    this.audio = client(vertx, config, config.downloads().inAll());
    this.answerMillis = config.answerTimeout().toMillis();
  }

  /** For what the gateway itself asks. */
  StorageApi recorders() {
    return recorders;
  }

  /** For what is passed through. */
  HttpClient requests() {
    return requests;
  }

  /** For recordings on their way to whoever listens to them. */
  HttpClient audio() {
    return audio;
  }

  /** A request that fails when storage-service thinks for too long. */
  RequestOptions answeredInTime() {
    return new RequestOptions().setTimeout(answerMillis);
  }

  private static StorageApi recorders(StorageConfig config) {
    return QuarkusRestClientBuilder.newBuilder()
        .baseUri(config.url())
        .connectTimeout(config.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
        .readTimeout(config.answerTimeout().toMillis(), TimeUnit.MILLISECONDS)
        .property(QuarkusRestClientProperties.CONNECTION_POOL_SIZE, config.connections())
        .httpClientOptions(options(config).setMaxWaitQueueSize(config.waiting()))
        // A refusal is an answer.
        .disableDefaultMapper(true)
        .build(StorageApi.class);
  }

  private static HttpClient client(Vertx vertx, StorageConfig config, int connections) {
    URI url = config.url();
    boolean isTls = "https".equals(url.getScheme());
    return vertx.createHttpClient(
        options(config)
            .setSsl(isTls)
            .setDefaultHost(url.getHost())
            .setDefaultPort(url.getPort() >= 0 ? url.getPort() : isTls ? HTTPS_PORT : HTTP_PORT)
            .setConnectTimeout(Math.toIntExact(config.connectTimeout().toMillis())),
        new PoolOptions().setHttp1MaxSize(connections).setMaxWaitQueueSize(config.waiting()));
  }

  private static HttpClientOptions options(StorageConfig config) {
    return new HttpClientOptions()
        // Nobody is given a connection that is about to be closed for standing still.
        .setKeepAliveTimeout(
            Math.toIntExact(Math.max(1, config.idleTimeout().dividedBy(2).toSeconds())))
        .setIdleTimeout(Math.toIntExact(config.idleTimeout().toMillis()))
        .setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
  }
}
