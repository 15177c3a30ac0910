package org.medicscribe.transcription.events;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.RecordingSettings;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.events.Topics;
import org.medicscribe.memory.MemoryBudget;
import org.medicscribe.memory.Share;
import org.medicscribe.transcription.session.AudioHold;
import org.medicscribe.transcription.session.AudioRoom;
import org.medicscribe.transcription.session.AudioRoom.Arrival;
import org.medicscribe.transcription.session.SessionPolicy;
import org.medicscribe.transcription.session.SessionSurroundings;
import org.medicscribe.transcription.session.TranscriptionSession;
import org.medicscribe.transcription.speech.SpeechRequest;
import org.medicscribe.transcription.testing.ManualLoop;
import org.medicscribe.transcription.testing.MemorySink;
import org.medicscribe.transcription.testing.RulerRecognizer;
import org.medicscribe.transcription.testing.SilentMonitor;

/** One partition, its log, and the owner that can die and be followed by another. */
final class PartitionBench implements Sessions, DeadLetters {

  static final SessionPolicy POLICY =
      new SessionPolicy(
          Duration.ofSeconds(1),
          Duration.ofSeconds(5),
          Duration.ofMillis(1500),
          Duration.ofSeconds(60),
          Duration.ofMillis(250),
          Duration.ofSeconds(15),
          Duration.ofSeconds(60));

  final AudioLog log = new AudioLog();
  final MemorySink sink = new MemorySink();
  final List<Long> putAside = new ArrayList<>();
  ManualLoop loop = new ManualLoop();
  RulerRecognizer recognizer = new RulerRecognizer();
  AudioPartition partition;
  @Nullable OffsetAndMetadata committed;

  private final long budget;
  private Share live;
  private Share late;
  private AudioRoom room;
  private Arrival arrival = Arrival.LIVE;
  private long position;
  private long backlogPosition;
  private boolean inPass;
  private int skipped;

  /**
   * @param budget bytes that the recordings of the partition may hold together
   */
  PartitionBench(long budget) {
    this.budget = budget;
    furnish();
    this.partition = assign();
  }

  @Override
  public AudioHold hold(SampleIndex covered) {
    return new AudioHold(room, covered);
  }

  @Override
  public TranscriptionSession open(
      EncounterId encounter,
      RecordingSettings settings,
      Headers first,
      AudioHold hold,
      LongConsumer whenCompleted) {
    return new TranscriptionSession(
        encounter,
        new SpeechRequest(settings.language(), settings.keyTerms()),
        hold,
        recognizer,
        new SessionSurroundings(loop, sink, POLICY, new SilentMonitor()),
        whenCompleted);
  }

  @Override
  public CompletionStage<Void> put(ConsumerRecord<byte[], byte[]> record, String reason) {
    putAside.add(record.offset());
    return CompletableFuture.completedStage(null);
  }

  @Override
  public void skipped() {
    skipped++;
  }

  int skippedRecords() {
    return skipped;
  }

  /** The reading thread takes up to so many records. */
  void read(int records) {
    for (int i = 0; i < records && position < log.size(); i++) {
      partition.accept(log.get(position++), arrival);
    }
    loop.run();
  }

  /** What is read from now on has waited in the log, or is spoken just now. */
  void comes(Arrival how) {
    arrival = how;
  }

  void readAll() {
    read(log.size());
  }

  /** The backlog's thread takes up to so many records. */
  void readBacklog(int records) {
    if (!inPass) {
      OptionalLong from = partition.beginPass();
      if (from.isEmpty()) {
        return;
      }
      backlogPosition = from.getAsLong();
      inPass = true;
    }
    for (int i = 0; i < records && backlogPosition < log.size(); i++) {
      partition.acceptAgain(log.get(backlogPosition++));
    }
    inPass = partition.endBatch(backlogPosition);
    loop.run();
  }

  /** Nothing goes wrong any more, and everything that is under way comes to its end. */
  void settle() {
    for (int i = 0; i < 100; i++) {
      readAll();
      readBacklog(log.size());
      List.copyOf(recognizer.streams()).forEach(RulerRecognizer.Stream::sayAll);
      loop.advance(Duration.ofSeconds(60));
      confirmAll();
    }
  }

  void confirmAll() {
    sink.confirmAll();
    loop.run();
  }

  long commit() {
    committed = partition.commitPoint();
    return committed.offset();
  }

  /** SIGKILL: some of what was on its way arrived, and another process takes over. */
  void die(int arrived) {
    sink.loseUnconfirmedAfter(arrived);
    succeed();
  }

  /** The partition goes to another process in good order. */
  void rebalance() {
    commit();
    partition.close();
    loop.run();
    sink.loseUnconfirmedAfter(sink.unconfirmed());
    succeed();
  }

  /** What the recordings may hold together. */
  long budget() {
    return budget;
  }

  long held() {
    return live.used() + late.used();
  }

  private void furnish() {
    MemoryBudget all = new MemoryBudget(budget);
    live = all.share("live-audio", 0.3, 1);
    late = all.share("late-audio", 0, 0.7);
    room = new AudioRoom(live, late, budget);
  }

  private void succeed() {
    loop = new ManualLoop();
    recognizer = new RulerRecognizer();
    furnish();
    inPass = false;
    partition = assign();
  }

  private AudioPartition assign() {
    position = committed == null ? 0 : committed.offset();
    ResumePoints resume =
        committed == null ? ResumePoints.NONE : ResumePoints.decode(committed.metadata());
    return new AudioPartition(new TopicPartition(Topics.AUDIO, 0), position, resume, this, this);
  }
}
