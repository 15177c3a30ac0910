package org.medicscribe.gateway.upload;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.medicscribe.audiofiles.Findings;
import org.medicscribe.audiofiles.Sound;
import org.medicscribe.events.AudioEvent.RecordingStopped;
import org.medicscribe.events.AudioEvent.StopReason;
import org.medicscribe.events.EncounterState;
import org.medicscribe.events.LiveEvent;
import org.medicscribe.events.NoteEvent;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.events.TranscriptEvent;
import org.medicscribe.gateway.audio.AudioPublisher.Publication;
import org.medicscribe.gateway.audio.AudioPublisher.RecordingAudio;
import org.medicscribe.gateway.session.Refusal;
import org.medicscribe.gateway.session.RefusalReason;
import org.medicscribe.gateway.updates.EncounterListener;

/**
 * One finished recording on its way to Kafka. Blocks its caller while much is unacknowledged, which
 * holds back whoever sends the file. The end is published only when everything before is safe: an
 * upload that breaks off leaves a recording that the same upload can be repeated for.
 */
final class Upload implements EncounterListener {

  private final RecordingAudio audio;
  private final int windowSamples;
  private final Duration longest;
  private final long patienceMillis;
  private final Semaphore room;
  private volatile @Nullable RefusalReason broken;

  Upload(RecordingAudio audio, UploadConfig config) {
    this.audio = audio;
    this.windowSamples = Math.toIntExact(SampleIndex.samplesIn(config.window()));
    this.longest = config.maxLength();
    this.patienceMillis = config.patience().toMillis();
    this.room = new Semaphore(windowSamples);
  }

  /** What became of it. */
  sealed interface Outcome {
    /**
     * @param total where the recording ends, what is missing of it included
     */
    record Safe(SampleIndex total, Findings findings) implements Outcome {}

    /** Nothing of it can be heard. */
    record Unreadable(org.medicscribe.audiofiles.Refusal why) implements Outcome {}

    /** The sender went away; most likely nobody is left to be told. */
    record BrokenOff() implements Outcome {}

    /** The sender is too slow for anything to come of it. */
    record Stalled() implements Outcome {}

    record TooLong(Duration longest) implements Outcome {}

    record Refused(Refusal refusal) implements Outcome {}
  }

  Outcome run(Sound file) throws IOException, InterruptedException {
    SampleIndex position = SampleIndex.ZERO;
    for (byte[] pcm = file.next(); pcm.length > 0; pcm = file.next()) {
      int samples = pcm.length / SampleIndex.BYTES;
      SampleIndex end = position.plus(samples);
      if (end.value() > SampleIndex.samplesIn(longest)) {
        return new Outcome.TooLong(longest);
      }
      awaitRoomFor(samples);
      if (broken instanceof RefusalReason reason) {
        return refused(reason);
      }
      audio.samples(position, pcm, publication -> settled(publication, samples));
      position = end;
    }
    Findings findings = file.findings();
    if (position.equals(SampleIndex.ZERO)) {
      return new Outcome.Unreadable(
          findings.missing() == 0
              ? org.medicscribe.audiofiles.Refusal.empty()
              : org.medicscribe.audiofiles.Refusal.cutOff());
    }
    return end(withMissing(position, findings), findings);
  }

  /** What is missing belongs to the recording: it stays as a gap, as long as a recording can be. */
  private SampleIndex withMissing(SampleIndex held, Findings findings) {
    SampleIndex limit = SampleIndex.of(SampleIndex.samplesIn(longest));
    return held.plus(findings.missing()).min(limit).max(held);
  }

  private Outcome end(SampleIndex total, Findings findings) throws InterruptedException {
    awaitRoomFor(windowSamples);
    if (broken == null) {
      audio.stopped(
          new RecordingStopped(total, StopReason.UPLOADED),
          publication -> settled(publication, windowSamples));
      awaitRoomFor(windowSamples);
    }
    return broken instanceof RefusalReason reason
        ? refused(reason)
        : new Outcome.Safe(total, findings);
  }

  private void awaitRoomFor(int samples) throws InterruptedException {
    if (!room.tryAcquire(samples, patienceMillis, TimeUnit.MILLISECONDS)) {
      broken = RefusalReason.KAFKA_UNAVAILABLE;
    }
  }

  private void settled(Publication publication, int samples) {
    switch (publication) {
      case SAFE -> {}
      case BUSY -> broken = RefusalReason.SERVICE_BUSY;
      case FAILED -> broken = RefusalReason.KAFKA_UNAVAILABLE;
    }
    room.release(samples);
  }

  private static Outcome refused(RefusalReason reason) {
    return new Outcome.Refused(Refusal.of(reason));
  }

  @Override
  public void on(LiveEvent event) {
    if (event instanceof LiveEvent.EncounterChanged changed
        && changed.state() == EncounterState.WITHDRAWN) {
      broken = RefusalReason.CONSENT_WITHDRAWN;
    }
  }

  @Override
  public void on(TranscriptEvent event) {}

  @Override
  public void on(NoteEvent event) {}
}
