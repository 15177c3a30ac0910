package org.medicscribe.gateway.socket;

import io.vertx.core.Future;
import jakarta.inject.Singleton;
import org.medicscribe.gateway.audio.AudioPublisher;
import org.medicscribe.gateway.audio.AudioPublisher.RecordingAudio;
import org.medicscribe.gateway.encounter.StorageAnswer;
import org.medicscribe.gateway.encounter.StorageClient;
import org.medicscribe.gateway.encounter.Visitor;
import org.medicscribe.gateway.session.Refusal;

/** Lets a recorder in, if storage-service does, and gives it the way to Kafka. */
@Singleton
class RecorderAdmission {

  private final StorageClient storage;
  private final AudioPublisher publisher;

  RecorderAdmission(StorageClient storage, AudioPublisher publisher) {
    this.storage = storage;
    this.publisher = publisher;
  }

  /** What became of a claim. */
  sealed interface Admission {

    /**
     * @param isFirst whether nobody has recorded this encounter before
     */
    record Granted(RecordingAudio audio, boolean isFirst) implements Admission {}

    record Refused(Refusal refusal) implements Admission {}
  }

  Future<StorageAnswer> see(Visitor visitor) {
    return storage.see(visitor);
  }

  Future<Admission> admit(Visitor visitor, String recorderId, boolean takeOver) {
    return storage
        .claim(visitor, recorderId, takeOver)
        .map(answer ->
            switch (answer) {
              case StorageAnswer.Granted granted ->
                  new Admission.Granted(
                      publisher.open(visitor.encounterId(), granted.encounter().settings()),
                      granted.isFirst());
              case StorageAnswer.Refused refused -> new Admission.Refused(refused.refusal());
            });
  }
}
