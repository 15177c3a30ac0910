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
import org.medicscribe.transcription.session.AudioHold;
import org.medicscribe.transcription.session.ByteBudget;
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

  private final long maxBytes;
  private ByteBudget budget = new ByteBudget(Long.MAX_VALUE);
  private long position;
  private long backlogPosition;
  private boolean inPass;
  private int skipped;

  PartitionBench(long maxBytes) {
    this.maxBytes = maxBytes;
    this.partition = assign();
  }

  @Override
  public AudioHold hold(SampleIndex covered) {
    return new AudioHold(maxBytes, budget, covered);
  }

  @Override
  public TranscriptionSession open(
      EncounterId encounter,
      RecordingSettings settings,
      Headers first,
      AudioHold hold,
      LongConsumer whenCompleted) {
    if (settings.keyTerms().isEmpty()) {
      throw new AssertionError("opened without its settings");
    }
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
      partition.accept(log.get(position++));
    }
    loop.run();
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

  long held() {
    return budget.used();
  }

  private void succeed() {
    loop = new ManualLoop();
    recognizer = new RulerRecognizer();
    budget = new ByteBudget(Long.MAX_VALUE);
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
