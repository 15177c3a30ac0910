package org.medicscribe.gateway.surroundings;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.ByteArrayOutputStream;
import java.net.URL;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.medicscribe.events.AudioEvent;
import org.medicscribe.events.AudioEvent.AudioChunk;
import org.medicscribe.events.AudioEvent.RecordingStopped;
import org.medicscribe.events.AudioRecords;
import org.medicscribe.events.Decoded;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.events.Topics;

/** A test that stands before a running gateway. */
@QuarkusTestResource(Surroundings.class)
@SuppressWarnings("NullAway.Init")
public abstract class AtTheGateway {

  protected static final int FRAME = SocketClient.FRAME;
  protected static final String CLINICIAN = "dr.chen";

  protected LocalKafka kafka;
  protected LocalIssuer issuer;
  protected StorageStandIn storage;
  protected EngineStandIn engines;

  @TestHTTPResource protected URL url;

  protected SocketClient open(EncounterId encounter) {
    return SocketClient.open(url.getPort(), encounter, issuer.tokenOf(CLINICIAN));
  }

  protected EncounterId newVisit() {
    return storage.visitOf(CLINICIAN).id();
  }

  /** Samples that are never the same twice. */
  protected static byte[] speech(int samples, long seed) {
    byte[] pcm = new byte[samples * SampleIndex.BYTES];
    new SplittableRandom(seed).nextBytes(pcm);
    return pcm;
  }

  /** The samples {@code [from, to)}. */
  protected static byte[] part(byte[] pcm, int from, int to) {
    return Arrays.copyOfRange(pcm, from * SampleIndex.BYTES, to * SampleIndex.BYTES);
  }

  /** Sends {@code [from, to)} frame by frame. */
  protected static void send(SocketClient client, byte[] pcm, int from, int to) {
    for (int first = from; first < to; first += FRAME) {
      client.audio(first, part(pcm, first, Math.min(first + FRAME, to)));
    }
  }

  /** What Kafka holds of a recording, once it has ended. */
  protected List<AudioEvent> audioOf(EncounterId encounter) {
    return audioUpTo(encounter, RecordingStopped.class);
  }

  /** What Kafka holds of a recording, up to the first event of this kind. */
  protected List<AudioEvent> audioUpTo(EncounterId encounter, Class<? extends AudioEvent> last) {
    return kafka
        .recordsOf(Topics.AUDIO, encounter.toString(), record -> last.isInstance(event(record)))
        .stream()
        .map(AtTheGateway::event)
        .toList();
  }

  protected static AudioEvent event(ConsumerRecord<String, byte[]> record) {
    return switch (AudioRecords.read(record.headers(), record.value())) {
      case Decoded.Known<AudioEvent>(AudioEvent event) -> event;
      case Decoded.UnknownType<AudioEvent> other -> throw new AssertionError(other);
      case Decoded.Malformed<AudioEvent> other -> throw new AssertionError(other);
    };
  }

  /** The samples of a recording, put where they belong. */
  protected static byte[] samplesOf(List<AudioEvent> events) {
    ByteArrayOutputStream pcm = new ByteArrayOutputStream();
    for (AudioEvent event : events) {
      if (event instanceof AudioChunk chunk) {
        int covered = pcm.size() - Math.toIntExact(chunk.first().value()) * SampleIndex.BYTES;
        if (covered < 0) {
          throw new AssertionError("a gap before " + chunk.first());
        }
        byte[] bytes = new byte[chunk.pcm().remaining()];
        chunk.pcm().get(bytes);
        pcm.write(bytes, Math.min(covered, bytes.length), Math.max(0, bytes.length - covered));
      }
    }
    return pcm.toByteArray();
  }
}
