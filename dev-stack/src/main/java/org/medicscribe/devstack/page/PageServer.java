package org.medicscribe.devstack.page;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.FileSystemAccess;
import io.vertx.ext.web.handler.StaticHandler;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Serves the built page and the sample visits. Nothing is proxied: the page asks the gateway. */
public final class PageServer implements AutoCloseable {

  private static final long LIMIT_SECONDS = 10;
  private static final String FOR_A_YEAR = "public, max-age=31536000, immutable";

  private final Vertx vertx;

  private PageServer(Vertx vertx) {
    this.vertx = vertx;
  }

  /**
   * @param build the folder that the page was built into
   * @param samples the folder of the recorded visits that the page can play
   */
  public static PageServer start(int port, Path build, Path samples, PageSettings settings)
      throws InterruptedException, ExecutionException, TimeoutException {
    Vertx vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(1)
                .setFileSystemOptions(new FileSystemOptions().setFileCachingEnabled(false)));
    try {
      vertx
          .createHttpServer(new HttpServerOptions().setCompressionSupported(true))
          .requestHandler(router(vertx, build, samples, settings))
          .listen(port, "127.0.0.1")
          .toCompletionStage()
          .toCompletableFuture()
          .get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      vertx.close();
      throw e;
    }
    return new PageServer(vertx);
  }

  private static Router router(Vertx vertx, Path build, Path samples, PageSettings settings) {
    Router router = Router.router(vertx);
    String policy = settings.contentSecurityPolicy();
    router
        .route()
        .handler(request -> {
          request
              .response()
              .putHeader("Content-Security-Policy", policy)
              .putHeader("X-Content-Type-Options", "nosniff")
              .putHeader("Referrer-Policy", "no-referrer")
              .putHeader("Permissions-Policy", "microphone=(self), camera=(), geolocation=()")
              .putHeader("Cache-Control", "no-store");
          request.next();
        });
    router
        .get("/config.json")
        .handler(request ->
            request.response().putHeader("Content-Type", "application/json").end(settings.json()));
    router.get("/samples/*").handler(files(samples));
    router.get("/assets/*").handler(PageServer::keepForAYear);
    router.get().handler(files(build));
    router.get("/assets/*").handler(request -> request.fail(404));
    // Every other address is a screen of the page.
    String page = build.resolve("index.html").toString();
    router.get().handler(request -> request.response().sendFile(page));
    return router;
  }

  /** Files there carry a hash of what they hold in their names. */
  private static void keepForAYear(RoutingContext request) {
    request.response().putHeader("Cache-Control", FOR_A_YEAR);
    request.next();
  }

  private static StaticHandler files(Path folder) {
    return StaticHandler.create(FileSystemAccess.ROOT, folder.toString())
        .setCachingEnabled(false)
        .setIncludeHidden(false)
        .setDirectoryListing(false);
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
