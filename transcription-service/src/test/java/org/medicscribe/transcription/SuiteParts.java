package org.medicscribe.transcription;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.medicscribe.simulators.deepgram.DeepgramOptions;
import org.medicscribe.simulators.deepgram.DeepgramSimulator;
import org.medicscribe.transcription.testing.Kafka;

/** A real Kafka and a provider's simulator, for the tests that run the whole service. */
public final class SuiteParts implements QuarkusTestResourceLifecycleManager {

  public static final String KEY = "a-key-that-is-none";

  @SuppressWarnings("NullAway.Init")
  private static Kafka kafka;

  @SuppressWarnings("NullAway.Init")
  private static DeepgramSimulator deepgram;

  public static Kafka kafka() {
    return kafka;
  }

  public static DeepgramSimulator deepgram() {
    return deepgram;
  }

  @Override
  public Map<String, String> start() {
    try {
      kafka = Kafka.start();
      deepgram =
          DeepgramSimulator.start(DeepgramOptions.defaults().withApiKey(KEY).withPunishPace(true));
    } catch (Exception e) {
      throw new IllegalStateException("the parts of the test do not start", e);
    }
    return Map.of(
        "kafka.bootstrap.servers",
        kafka.bootstrapServers(),
        "deepgram.api-key",
        KEY,
        "deepgram.url",
        deepgram.url(),
        // Twenty seconds: what does not fit waits in Kafka.
        "session.max-bytes-per-session",
        "640000");
  }

  @Override
  public void stop() {
    try {
      deepgram.close();
      kafka.close();
    } catch (Exception e) {
      throw new IllegalStateException("the parts of the test do not stop", e);
    }
  }
}
