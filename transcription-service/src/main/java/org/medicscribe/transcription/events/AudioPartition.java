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
import org.medicscribe.transcription.session.AudioRoom.Arrival;

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

  private final TopicPartition id;
  private final Sessions sessions;
  private final DeadLetters deadLetters;
  private final Map<EncounterId, RecordingLane> lanes = new HashMap<>();
  private final ResumePoints inherited;
  private final Map<EncounterId, Long> finished;

  /** Of visits that another recorder has taken over. */
  private final Map<EncounterId, RecorderMarks> marks = new HashMap<>();

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
    inherited.claims().forEach((encounter, claim) -> mark(encounter, position - 1, claim));
    this.sessions = sessions;
    this.deadLetters = deadLetters;
  }

  TopicPartition id() {
    return id;
  }

  /** Takes the next record of the partition; what cannot be taken is put aside. */
  synchronized void accept(ConsumerRecord<byte[], byte[]> record, Arrival arrival) {
    position = record.offset() + 1;
    try {
      decode(record, arrival);
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

  private void decode(ConsumerRecord<byte[], byte[]> record, Arrival arrival) {
    Optional<EncounterId> encounter = encounter(record);
    if (encounter.isEmpty()) {
      putAside(record, "key is no encounter");
      return;
    }
    switch (AudioRecords.read(record.headers(), record.value())) {
      case Decoded.Known<AudioEvent>(AudioEvent event) ->
          accept(record, encounter.orElseThrow(), event, arrival);
      case Decoded.UnknownType<AudioEvent> unknown -> deadLetters.skipped();
      case Decoded.Malformed<AudioEvent>(String reason) -> putAside(record, reason);
    }
  }

  private void accept(
      ConsumerRecord<byte[], byte[]> record,
      EncounterId encounter,
      AudioEvent event,
      Arrival arrival) {
    if (finished.getOrDefault(encounter, -1L) >= record.offset()) {
      return;
    }
    if (event instanceof RecordingStopped stopped
        && stopped.reason() == StopReason.CONSENT_WITHDRAWN) {
      withdraw(encounter, record.offset());
      return;
    }
    if (event instanceof AudioEvent.RecorderChanged(long claim)) {
      mark(encounter, record.offset(), claim);
    }
    if (isReplaced(encounter, record.offset(), event)) {
      return;
    }
    RecordingLane lane = lanes.get(encounter);
    if (lane == null) {
      lane = open(record, encounter, event);
      if (lane == null) {
        return;
      }
    }
    lane.accept(record.offset(), event, arrival);
  }

  private void mark(EncounterId encounter, long offset, long claim) {
    marks.computeIfAbsent(encounter, _ -> new RecorderMarks()).add(offset, claim);
  }

  /** Whether this is from a recorder that another had replaced before it was written. */
  private boolean isReplaced(EncounterId encounter, long offset, AudioEvent event) {
    RecorderMarks passed = marks.get(encounter);
    return passed != null && event.isFromBefore(passed.claimAt(offset));
  }

  private @Nullable RecordingLane open(
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
      case AudioEvent.RecorderChanged changed -> {
        return null;
      }
      case RecordingStopped stopped -> settings = new RecordingSettings("en", List.of());
    }
    AudioHold hold = sessions.hold(inherited.coveredBy(encounter));
    RecordingLane lane =
        new RecordingLane(
            hold,
            () ->
                sessions.open(
                    encounter,
                    settings,
                    record.headers(),
                    hold,
                    stoppedAt -> finish(encounter, stoppedAt)));
    lanes.put(encounter, lane);
    return lane;
  }

  private synchronized void finish(EncounterId encounter, long stoppedAt) {
    finished.merge(encounter, stoppedAt, Math::max);
    marks.remove(encounter);
    RecordingLane lane = lanes.get(encounter);
    if (lane != null && lane.oldestNeeded() == RecordingLane.UP_TO_DATE) {
      lanes.remove(encounter);
    }
  }

  /** What was heard is to be deleted: nothing more of it is sent anywhere. */
  private void withdraw(EncounterId encounter, long offset) {
    RecordingLane lane = lanes.remove(encounter);
    if (lane != null) {
      lane.close();
    }
    finished.put(encounter, offset);
    marks.remove(encounter);
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
    for (RecordingLane lane : lanes.values()) {
      oldest = Math.min(oldest, lane.oldestNeeded());
    }
    long from = oldest;
    finished.values().removeIf(offset -> offset < from);
    Map<EncounterId, SampleIndex> covered = new HashMap<>(inherited.stillNeeded(from));
    lanes.forEach((encounter, lane) -> {
      if (lane.lastOffset() >= from) {
        covered.put(encounter, lane.confirmed());
      }
    });
    covered.keySet().removeAll(finished.keySet());
    Map<EncounterId, Long> claims = new HashMap<>();
    marks.forEach((encounter, passed) -> claims.put(encounter, passed.claimAt(from)));
    ResumePoints points =
        new ResumePoints(Math.max(position, inherited.position()), covered, finished, claims);
    return new OffsetAndMetadata(from, points.encode());
  }

  /** Others own it now: nothing more may be published from here. */
  synchronized void close() {
    closed = true;
    lanes.values().forEach(lane -> lane.close());
    lanes.clear();
  }

  /** Begins to read for those that are behind and have room; empty when there are none. */
  synchronized OptionalLong beginPass() {
    long from = RecordingLane.UP_TO_DATE;
    for (RecordingLane lane : lanes.values()) {
      from = Math.min(from, lane.beginPass());
    }
    return from == RecordingLane.UP_TO_DATE ? OptionalLong.empty() : OptionalLong.of(from);
  }

  /** Takes a record of the backlog. */
  synchronized void acceptAgain(ConsumerRecord<byte[], byte[]> record) {
    if (record.offset() >= position) {
      return;
    }
    Optional<EncounterId> encounter = encounter(record);
    RecordingLane lane = encounter.map(lanes::get).orElse(null);
    if (lane != null
        && lane.wants(record.offset())
        && AudioRecords.read(record.headers(), record.value())
            instanceof Decoded.Known<AudioEvent>(AudioEvent event)
        && !isReplaced(encounter.orElseThrow(), record.offset(), event)) {
      lane.acceptAgain(record.offset(), event);
    }
  }

  /**
   * The backlog has been read up to {@code scanned}: whoever took all of it and has reached the
   * partition's own position is up to date. False when nobody reads on.
   */
  synchronized boolean endBatch(long scanned) {
    boolean readOn = false;
    for (RecordingLane lane : lanes.values()) {
      readOn |= lane.endBatch(scanned, position);
    }
    return readOn && !closed;
  }

  private static Optional<EncounterId> encounter(ConsumerRecord<byte[], byte[]> record) {
    return record.key() == null
        ? Optional.empty()
        : EncounterId.parse(new String(record.key(), StandardCharsets.UTF_8));
  }
}
