package org.medicscribe.storage.audio;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.medicscribe.events.Topics;
import org.medicscribe.storage.outage.Outages;
import org.medicscribe.storage.outage.Schema;

/** Reads {@link Topics#AUDIO} on a thread of its own, from when the tables are there. */
@ApplicationScoped
public class AudioReader {

  private static final Logger LOG = Logger.getLogger(AudioReader.class);
  private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);
  private static final Duration GOODBYE = Duration.ofSeconds(5);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final AudioPolling polling;
  private final Schema schema;
  private final Thread thread = Thread.ofPlatform().name("audio-reader").unstarted(this::run);
  private volatile boolean running = true;

  AudioReader(
      AudioKafka kafka,
      AudioIntake intake,
      AudioConsumer records,
      AudioConfig config,
      Schema schema) {
    this.consumer = kafka.consumer();
    this.polling = new AudioPolling(consumer, intake, records, config.commitEvery());
    this.schema = schema;
  }

  void start(@Observes StartupEvent started) {
    thread.start();
  }

  void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
    running = false;
    consumer.wakeup();
    thread.join(GOODBYE.multipliedBy(2));
  }

  /** Whether the thread lives; only a restart brings it back. */
  public boolean isRunning() {
    return thread.isAlive();
  }

  /** Whether a broker holds the line, as the client's own figures say. */
  public boolean isConnected() {
    return consumer.metrics().values().stream()
        .filter(metric -> metric.metricName().name().equals("connection-count"))
        .anyMatch(metric -> metric.metricValue() instanceof Number count && count.intValue() > 0);
  }

  private void run() {
    polling.subscribe();
    while (running) {
      try {
        if (schema.isReady()) {
          polling.round();
        } else {
          pause();
        }
      } catch (WakeupException stopping) {
        LOG.debugf("topic=%s stops", Topics.AUDIO);
      } catch (KafkaException e) {
        LOG.errorf(
            "audio cannot be read for now: topic=%s errorKind=EXTERNAL cause=%s",
            Topics.AUDIO, Outages.kindOf(e));
        pause();
      }
    }
    // Gives its partitions up, and so commits what is done.
    consumer.close(CloseOptions.timeout(GOODBYE));
  }

  private void pause() {
    try {
      Thread.sleep(AFTER_TROUBLE);
    } catch (InterruptedException stopping) {
      running = false;
    }
  }
}
