package org.medicscribe.transcription.events;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.AudioEvent;
import org.medicscribe.events.AudioEvent.RecordingStopped;
import org.medicscribe.events.AudioEvent.StopReason;
import org.medicscribe.events.AudioRecords;
import org.medicscribe.events.Decoded;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.RecordingSettings;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.transcription.session.AudioHold;
import org.medicscribe.transcription.session.TranscriptionSession;

/**
 * The recordings of one partition while this process owns it.
 *
 * <p>Every record goes to the session of its encounter. A session that cannot take more falls
 * behind: its records are passed over here and read again by the {@link BacklogReader} when there
 * is room, so no session ever waits for another. The offset to commit is the oldest that any of
 * them still needs.
 *
 * <p>Called by the thread that reads the partition, by the backlog's, and by session loops.
 */
final class AudioPartition {

  private static final Logger LOG = Logger.getLogger(AudioPartition.class);
  private static final long UP_TO_DATE = Long.MAX_VALUE;

  private static final class Lane {
    final AudioHold hold;
    final TranscriptionSession session;

    /** The next offset the backlog has to read for this recording. */
    long behindFrom = UP_TO_DATE;

    /** The newest record of this recording. */
    long lastOffset;

    /** Takes part in the backlog's current pass. */
    boolean reading;

    Lane(AudioHold hold, TranscriptionSession session) {
      this.hold = hold;
      this.session = session;
    }

    long oldestNeeded() {
      return Math.min(hold.oldestOffset().orElse(UP_TO_DATE), behindFrom);
    }
  }

  private final TopicPartition id;
  private final Sessions sessions;
  private final DeadLetters deadLetters;
  private final Map<EncounterId, Lane> lanes = new HashMap<>();
  private final ResumePoints inherited;
  private final Map<EncounterId, Long> finished;
  private final TreeSet<Long> unsettled = new TreeSet<>();
  private long position;
  private boolean closed;

  AudioPartition(
      TopicPartition id,
      long position,
      ResumePoints inherited,
      Sessions sessions,
      DeadLetters deadLetters) {
    this.id = id;
    this.position = position;
    this.inherited = inherited;
    this.finished = new HashMap<>(inherited.finished());
    this.sessions = sessions;
    this.deadLetters = deadLetters;
  }

  TopicPartition id() {
    return id;
  }

  /** Takes the next record of the partition; what cannot be taken is put aside. */
  synchronized void accept(ConsumerRecord<byte[], byte[]> record) {
    position = record.offset() + 1;
    try {
      decode(record);
    } catch (RuntimeException defect) {
      LOG.errorf(
          defect,
          "topic=%s partition=%d offset=%d errorKind=INTERNAL",
          id.topic(),
          id.partition(),
          record.offset());
      putAside(record, "defect: " + defect.getClass().getSimpleName());
    }
  }

  private void decode(ConsumerRecord<byte[], byte[]> record) {
    Optional<EncounterId> encounter = encounter(record);
    if (encounter.isEmpty()) {
      putAside(record, "key is no encounter");
      return;
    }
    switch (AudioRecords.read(record.headers(), record.value())) {
      case Decoded.Known<AudioEvent>(AudioEvent event) ->
          accept(record, encounter.orElseThrow(), event);
      case Decoded.UnknownType<AudioEvent> unknown -> deadLetters.skipped();
      case Decoded.Malformed<AudioEvent>(String reason) -> putAside(record, reason);
    }
  }

  private void accept(
      ConsumerRecord<byte[], byte[]> record, EncounterId encounter, AudioEvent event) {
    if (finished.getOrDefault(encounter, -1L) >= record.offset()) {
      return;
    }
    if (event instanceof RecordingStopped(SampleIndex total, StopReason reason)
        && reason == StopReason.CONSENT_WITHDRAWN) {
      withdraw(encounter, record.offset());
      return;
    }
    Lane lane = lanes.get(encounter);
    if (lane == null) {
      lane = open(record, encounter, event);
      if (lane == null) {
        return;
      }
    }
    lane.lastOffset = record.offset();
    if (lane.behindFrom < UP_TO_DATE) {
      lane.hold.seen(event);
    } else if (lane.hold.offer(record.offset(), event)) {
      lane.session.wake();
    } else {
      lane.behindFrom = record.offset();
    }
  }

  private @Nullable Lane open(
      ConsumerRecord<byte[], byte[]> record, EncounterId encounter, AudioEvent event) {
    RecordingSettings settings;
    switch (event) {
      case AudioEvent.AudioChunk chunk -> {
        switch (AudioRecords.readSettings(record.headers())) {
          case Decoded.Known<RecordingSettings>(RecordingSettings known) -> settings = known;
          case Decoded.UnknownType<RecordingSettings>(String type) -> {
            putAside(record, "settings: " + type);
            return null;
          }
          case Decoded.Malformed<RecordingSettings>(String reason) -> {
            putAside(record, reason);
            return null;
          }
        }
      }
      case RecordingStopped stopped -> settings = new RecordingSettings("en", List.of());
    }
    AudioHold hold = sessions.hold(inherited.coveredBy(encounter));
    Lane lane =
        new Lane(
            hold,
            sessions.open(encounter, settings, hold, stoppedAt -> finish(encounter, stoppedAt)));
    lanes.put(encounter, lane);
    return lane;
  }

  private synchronized void finish(EncounterId encounter, long stoppedAt) {
    finished.merge(encounter, stoppedAt, Math::max);
    Lane lane = lanes.get(encounter);
    if (lane != null && lane.oldestNeeded() == UP_TO_DATE) {
      lanes.remove(encounter);
    }
  }

  /** What was heard is to be deleted: nothing more of it is sent anywhere. */
  private void withdraw(EncounterId encounter, long offset) {
    Lane lane = lanes.remove(encounter);
    if (lane != null) {
      lane.session.close();
    }
    finished.put(encounter, offset);
  }

  private void putAside(ConsumerRecord<byte[], byte[]> record, String reason) {
    unsettled.add(record.offset());
    deadLetters
        .put(record, reason)
        .whenComplete((done, failure) -> {
          if (failure == null) {
            settle(record.offset());
          } else {
            LOG.errorf(
                "topic=%s partition=%d offset=%d errorKind=EXTERNAL a record could not be put"
                    + " aside; it is read again after a restart",
                id.topic(), id.partition(), record.offset());
          }
        });
  }

  private synchronized void settle(long offset) {
    unsettled.remove(offset);
  }

  /** Where the next owner is to begin, and what it can spare itself. */
  synchronized OffsetAndMetadata commitPoint() {
    long oldest = unsettled.isEmpty() ? position : Math.min(position, unsettled.first());
    for (Lane lane : lanes.values()) {
      oldest = Math.min(oldest, lane.oldestNeeded());
    }
    long from = oldest;
    finished.values().removeIf(offset -> offset < from);
    Map<EncounterId, SampleIndex> covered = new HashMap<>(inherited.stillNeeded(from));
    lanes.forEach((encounter, lane) -> {
      if (lane.lastOffset >= from) {
        covered.put(encounter, lane.hold.confirmed());
      }
    });
    covered.keySet().removeAll(finished.keySet());
    ResumePoints points =
        new ResumePoints(Math.max(position, inherited.position()), covered, finished);
    return new OffsetAndMetadata(from, points.encode());
  }

  /** Others own it now: nothing more may be published from here. */
  synchronized void close() {
    closed = true;
    lanes.values().forEach(lane -> lane.session.close());
    lanes.clear();
  }

  /** Begins to read for those that are behind and have room; empty when there are none. */
  synchronized OptionalLong beginPass() {
    long from = UP_TO_DATE;
    for (Lane lane : lanes.values()) {
      lane.reading = lane.behindFrom < UP_TO_DATE && lane.hold.hasRoom();
      if (lane.reading) {
        from = Math.min(from, lane.behindFrom);
      }
    }
    return from == UP_TO_DATE ? OptionalLong.empty() : OptionalLong.of(from);
  }

  /** Takes a record of the backlog. */
  synchronized void acceptAgain(ConsumerRecord<byte[], byte[]> record) {
    if (record.offset() >= position) {
      return;
    }
    Lane lane = encounter(record).map(lanes::get).orElse(null);
    if (lane == null || !lane.reading || record.offset() < lane.behindFrom) {
      return;
    }
    if (AudioRecords.read(record.headers(), record.value())
        instanceof Decoded.Known<AudioEvent>(AudioEvent event)) {
      if (lane.hold.offer(record.offset(), event)) {
        lane.behindFrom = record.offset() + 1;
        lane.session.wake();
      } else {
        lane.behindFrom = record.offset();
        lane.reading = false;
      }
    }
  }

  /**
   * The backlog has been read up to {@code scanned}: whoever took all of it and has reached the
   * partition's own position is up to date. False when nobody reads on.
   */
  synchronized boolean endBatch(long scanned) {
    boolean readOn = false;
    for (Lane lane : lanes.values()) {
      if (lane.reading) {
        lane.behindFrom = Math.max(lane.behindFrom, Math.min(scanned, position));
        if (lane.behindFrom >= position) {
          lane.behindFrom = UP_TO_DATE;
          lane.reading = false;
        }
        readOn |= lane.reading;
      }
    }
    return readOn && !closed;
  }

  private static Optional<EncounterId> encounter(ConsumerRecord<byte[], byte[]> record) {
    return record.key() == null
        ? Optional.empty()
        : EncounterId.parse(new String(record.key(), StandardCharsets.UTF_8));
  }
}
