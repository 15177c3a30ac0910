package org.medicscribe.storage.transcript;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.medicscribe.events.EventJson;
import org.medicscribe.events.Topics;
import org.medicscribe.events.TranscriptEvent;
import org.medicscribe.storage.intake.RecordIntake;

/** Reads {@link Topics#TRANSCRIPT}. */
@ApplicationScoped
public class TranscriptConsumer {

  private final EventJson<TranscriptEvent> json = EventJson.transcript();
  private final RecordIntake intake;
  private final TranscriptKeeper keeper;

  TranscriptConsumer(RecordIntake intake, TranscriptKeeper keeper) {
    this.intake = intake;
    this.keeper = keeper;
  }

  @Incoming(Topics.TRANSCRIPT)
  Uni<Void> read(KafkaRecord<String, byte[]> record) {
    return intake.take(
        Topics.TRANSCRIPT,
        record,
        json.read(record.getPayload()),
        TranscriptEvent::encounterId,
        keeper::keep);
  }
}
