package org.medicscribe.gateway.socket;

import io.vertx.core.Future;
import jakarta.inject.Singleton;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.gateway.audio.AudioPublisher;
import org.medicscribe.gateway.audio.AudioPublisher.RecordingAudio;
import org.medicscribe.gateway.encounter.RecordedEncounter;
import org.medicscribe.gateway.encounter.RecorderClaim;
import org.medicscribe.gateway.encounter.StorageAnswer;
import org.medicscribe.gateway.encounter.StorageClient;
import org.medicscribe.gateway.encounter.Visitor;
import org.medicscribe.gateway.session.Holder;
import org.medicscribe.gateway.session.Refusal;
import org.medicscribe.gateway.session.RefusalReason;
import org.medicscribe.gateway.session.Step;
import org.medicscribe.gateway.updates.RecogniserLoad;
import org.medicscribe.gateway.updates.Watchers;

/** Lets a recorder in, if storage-service does, and gives it the way to Kafka. */
@Singleton
class RecorderAdmission {

  private final StorageClient storage;
  private final Handover handover;
  private final AudioPublisher publisher;
  private final RecogniserLoad recogniser;
  private final Watchers watchers;

  RecorderAdmission(
      StorageClient storage,
      Handover handover,
      AudioPublisher publisher,
      RecogniserLoad recogniser,
      Watchers watchers) {
    this.storage = storage;
    this.handover = handover;
    this.publisher = publisher;
    this.recogniser = recogniser;
    this.watchers = watchers;
  }

  /** What became of a claim. */
  sealed interface Admission {

    /**
     * @param begin the first sample that is for this recorder
     * @param stored every sample before it is stored already
     * @param isFirst whether nobody has recorded this encounter before
     */
    record Granted(
        RecordingAudio audio, Holder holder, SampleIndex begin, SampleIndex stored, boolean isFirst)
        implements Admission {}

    record Refused(Refusal refusal) implements Admission {}
  }

  Future<StorageAnswer> see(Visitor visitor) {
    return storage.see(visitor);
  }

  /** A new recording waits while those that run need the memory, here or at the recogniser. */
  Future<Admission> admit(Visitor visitor, Step.Claim claim) {
    boolean isFull = !publisher.hasRoomForAnother() || recogniser.isFull();
    if (claim.from().equals(SampleIndex.ZERO) && isFull) {
      return Future.succeededFuture(new Admission.Refused(Refusal.of(RefusalReason.SERVICE_BUSY)));
    }
    return isFirst(visitor, claim)
        .compose(isFirst ->
            claimed(visitor, RecorderClaim.live(claim.recorderId(), claim.takeOver()))
                .map(answer -> admission(visitor, answer, isFirst)));
  }

  private Future<StorageAnswer> claimed(Visitor visitor, RecorderClaim claim) {
    ClaimWatch watch = new ClaimWatch();
    watchers.add(visitor.encounterId(), watch);
    return storage
        .claim(visitor, claim)
        .compose(answer ->
            answer instanceof StorageAnswer.Granted(RecordedEncounter claimed)
                ? handover.complete(visitor, claimed, watch)
                : Future.succeededFuture(answer))
        .onComplete(_ -> watchers.remove(visitor.encounterId(), watch));
  }

  /** Whoever starts at the beginning need not be asked what came before. */
  private Future<Boolean> isFirst(Visitor visitor, Step.Claim claim) {
    return claim.from().equals(SampleIndex.ZERO)
        ? Future.succeededFuture(true)
        : storage
            .see(visitor)
            .map(answer ->
                answer instanceof StorageAnswer.Granted(RecordedEncounter encounter)
                    && !encounter.hasRecording());
  }

  private Admission admission(Visitor visitor, StorageAnswer answer, boolean isFirst) {
    return switch (answer) {
      case StorageAnswer.Granted(RecordedEncounter encounter) ->
          new Admission.Granted(
              publisher.open(
                  visitor.encounterId(),
                  encounter.settings(),
                  encounter.holder().claim(),
                  AudioPublisher.Source.LIVE),
              encounter.holder(),
              encounter.begin().orElse(SampleIndex.ZERO),
              encounter.stored(),
              isFirst);
      case StorageAnswer.Refused(Refusal refusal) -> new Admission.Refused(refusal);
    };
  }
}
