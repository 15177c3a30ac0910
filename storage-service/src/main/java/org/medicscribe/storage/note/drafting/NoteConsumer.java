package org.medicscribe.storage.note.drafting;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.medicscribe.events.EventJson;
import org.medicscribe.events.NoteEvent;
import org.medicscribe.events.Topics;
import org.medicscribe.storage.intake.RecordIntake;

/** Reads {@link Topics#NOTE}. */
@ApplicationScoped
public class NoteConsumer {

  private final EventJson<NoteEvent> json = EventJson.note();
  private final RecordIntake intake;
  private final NoteKeeper keeper;

  NoteConsumer(RecordIntake intake, NoteKeeper keeper) {
    this.intake = intake;
    this.keeper = keeper;
  }

  @Incoming(Topics.NOTE)
  Uni<Void> read(KafkaRecord<String, byte[]> record) {
    return intake.take(
        Topics.NOTE, record, json.read(record.getPayload()), NoteEvent::encounterId, keeper::keep);
  }
}
