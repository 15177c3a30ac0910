package org.medicscribe.storage.audio.vault;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.awaitility.core.ConditionTimeoutException;
import org.medicscribe.storage.testing.Mapping;

/** An S3 server in a process of its own, with one bucket. */
public final class Bucket implements AutoCloseable {

  public static final String NAME = "audio";

  private final Process server;
  private final URI address;

  public Bucket() throws IOException {
    int port = freePort();
    this.address = URI.create("http://127.0.0.1:" + port);
    this.server =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx160m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                "target/s3mock.jar",
                "--server.port=0",
                "--http.port=" + port,
                "--server.address=127.0.0.1",
                "--com.adobe.testing.s3mock.store.initialBuckets=" + NAME)
            .redirectErrorStream(true)
            .redirectOutput(new File("target/s3mock.log"))
            .start();
    try {
      await()
          .atMost(Duration.ofMinutes(1))
          .pollInterval(Duration.ofMillis(200))
          .until(this::answers);
    } catch (ConditionTimeoutException silent) {
      server.destroy();
      throw silent;
    }
  }

  public URI address() {
    return address;
  }

  public AudioStoreConfig settings(String bucket) {
    return Mapping.of(
        AudioStoreConfig.class,
        Map.of(
            "medic-scribe.audio-store.place", "s3",
            "medic-scribe.audio-store.s3.bucket", bucket,
            "medic-scribe.audio-store.s3.endpoint", address.toString(),
            "medic-scribe.audio-store.s3.path-style", "true",
            "medic-scribe.audio-store.s3.timeout", "5s"));
  }

  public MovableAudioStore store(String bucket) {
    // As an operator gives them to the service, by name.
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
    return AudioStores.at(
        AudioStoreConfig.Place.S3,
        settings(bucket),
        () -> {
          throw new AssertionError("not the volume");
        },
        Clock.systemUTC());
  }

  @Override
  public void close() {
    server.destroy();
  }

  private boolean answers() throws IOException {
    try {
      HttpURLConnection ask =
          (HttpURLConnection) address.resolve("/" + NAME).toURL().openConnection();
      ask.setRequestMethod("HEAD");
      return ask.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (ConnectException notYet) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
