package org.medicscribe.transcription.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.medicscribe.events.AudioEvent.RecordingStopped;
import org.medicscribe.events.AudioEvent.StopReason;
import org.medicscribe.events.AudioRecords;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.RecordingSettings;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.events.Topics;
import org.medicscribe.simulators.ruler.RulerSignal;
import org.medicscribe.simulators.ruler.RulerWord;

/** Puts the audio of one ruler session into the topic, as the gateway does. */
public final class Recorder {

  private static final int FRAME = SampleIndex.PER_SECOND / 10;
  private static final Header CLAIM = AudioRecords.claimHeader(1);
  private static final Header SETTINGS =
      AudioRecords.settingsHeader(new RecordingSettings("en", List.of("metoprolol", "Dr. Okafor")));

  private final Kafka kafka;
  private final RulerSignal signal;
  private final EncounterId encounter = newEncounter();
  private long position;

  public Recorder(Kafka kafka, int session) {
    this.kafka = kafka;
    this.signal = new RulerSignal(session);
  }

  public static EncounterId newEncounter() {
    long random = UUID.randomUUID().getMostSignificantBits();
    long time = System.currentTimeMillis() << 16;
    return new EncounterId(
        new UUID(time | 0x7000L | random & 0xFFF, UUID.randomUUID().getLeastSignificantBits()));
  }

  public EncounterId encounter() {
    return encounter;
  }

  public int session() {
    return signal.session();
  }

  public long position() {
    return position;
  }

  public long words() {
    return RulerWord.count(position);
  }

  /** The next tenth of a second. */
  public void frame() {
    kafka.send(chunk(position, FRAME));
    position += FRAME;
  }

  public void seconds(int seconds) {
    for (int i = 0; i < seconds * 10; i++) {
      frame();
    }
  }

  /** What was recorded in this time never reached anybody. */
  public void lose(int samples) {
    position += samples;
  }

  public void stop() {
    stop(StopReason.STOPPED);
  }

  public void stop(StopReason reason) {
    send(
        AudioRecords.stoppedValue(new RecordingStopped(SampleIndex.of(position), reason)),
        AudioRecords.stoppedHeaders());
  }

  public void send(byte[] value, List<Header> headers) {
    kafka.send(record(value, headers));
  }

  public ProducerRecord<byte[], byte[]> chunk(long first, int samples) {
    return record(
        signal.pcm(first, samples),
        AudioRecords.chunkHeaders(SampleIndex.of(first), SETTINGS, CLAIM));
  }

  private ProducerRecord<byte[], byte[]> record(byte[] value, List<Header> headers) {
    byte[] key = encounter.toString().getBytes(StandardCharsets.UTF_8);
    return new ProducerRecord<>(Topics.AUDIO, null, null, key, value, headers);
  }
}
