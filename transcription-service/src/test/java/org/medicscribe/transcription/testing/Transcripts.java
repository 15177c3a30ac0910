package org.medicscribe.transcription.testing;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.medicscribe.events.Decoded;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.EventJson;
import org.medicscribe.events.SampleRange;
import org.medicscribe.events.Segment;
import org.medicscribe.events.Topics;
import org.medicscribe.events.TranscriptEvent;
import org.medicscribe.events.TranscriptFold;
import org.medicscribe.events.Word;
import org.medicscribe.simulators.ruler.RulerVerdict;

/** Reads the transcript topic as storage-service does. */
public final class Transcripts implements AutoCloseable {

  private static final EventJson<TranscriptEvent> JSON = EventJson.transcript();

  private final Kafka.Reader reader;

  public Transcripts(Kafka kafka) {
    this.reader = kafka.read(Topics.TRANSCRIPT);
  }

  public List<TranscriptEvent> events(EncounterId encounter) {
    List<TranscriptEvent> events = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : reader.of(encounter.toString())) {
      if (JSON.read(record.value()) instanceof Decoded.Known<TranscriptEvent>(var event)) {
        events.add(event);
      }
    }
    return events;
  }

  public boolean isCompleted(EncounterId encounter) {
    return events(encounter).stream()
        .anyMatch(TranscriptEvent.TranscriptCompleted.class::isInstance);
  }

  public Folded of(EncounterId encounter) {
    TranscriptFold fold = TranscriptFold.EMPTY;
    List<Segment> segments = new ArrayList<>();
    List<SampleRange> gaps = new ArrayList<>();
    for (TranscriptEvent event : events(encounter)) {
      if (event instanceof TranscriptEvent.SegmentsFinalized finals) {
        TranscriptFold.Step step = fold.apply(finals);
        fold = step.next();
        segments.addAll(step.added());
        step.gap().ifPresent(gaps::add);
      }
    }
    return new Folded(segments, gaps, fold.covered().value());
  }

  public RulerVerdict verdict(Recorder recorder) {
    return RulerVerdict.of(recorder.session(), recorder.words(), of(recorder.encounter()).words());
  }

  @Override
  public void close() throws InterruptedException {
    reader.close();
  }

  public record Folded(List<Segment> segments, List<SampleRange> gaps, long covered) {

    public List<String> words() {
      return segments.stream().flatMap(s -> s.words().stream()).map(Word::text).toList();
    }
  }
}
