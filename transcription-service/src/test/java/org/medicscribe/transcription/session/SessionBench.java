package org.medicscribe.transcription.session;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.medicscribe.events.AudioEvent.AudioChunk;
import org.medicscribe.events.AudioEvent.RecordingStopped;
import org.medicscribe.events.AudioEvent.StopReason;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.memory.MemoryBudget;
import org.medicscribe.memory.Share;
import org.medicscribe.simulators.ruler.RulerSignal;
import org.medicscribe.transcription.session.AudioRoom.Arrival;
import org.medicscribe.transcription.speech.SpeechRequest;
import org.medicscribe.transcription.testing.ManualLoop;
import org.medicscribe.transcription.testing.MemorySink;
import org.medicscribe.transcription.testing.RulerRecognizer;
import org.medicscribe.transcription.testing.SilentMonitor;

/** One session with everything around it in the test's hands. */
final class SessionBench {

  static final int SECOND = SampleIndex.PER_SECOND;
  static final SessionPolicy POLICY =
      new SessionPolicy(
          Duration.ofSeconds(1),
          Duration.ofSeconds(5),
          Duration.ofMillis(1500),
          Duration.ofSeconds(60),
          Duration.ofMillis(250),
          Duration.ofSeconds(15),
          Duration.ofSeconds(60));

  final EncounterId encounter =
      new EncounterId(UUID.fromString("0198c5a2-7d3e-7c11-9a55-3f1f0c2b7a10"));
  final ManualLoop loop = new ManualLoop();
  final MemorySink sink = new MemorySink();
  final RulerRecognizer recognizer = new RulerRecognizer();
  final List<Long> completed = new ArrayList<>();
  final AudioHold hold;
  final TranscriptionSession session;

  private final RulerSignal ruler = new RulerSignal(1);
  private long offset;

  SessionBench() {
    this(SampleIndex.ZERO);
  }

  SessionBench(SampleIndex covered) {
    MemoryBudget budget = new MemoryBudget(8_000_000);
    Share share = budget.share("audio", 0, 1);
    hold = new AudioHold(new AudioRoom(share, share, 4_000_000), covered);
    session =
        new TranscriptionSession(
            encounter,
            new SpeechRequest("en", List.of()),
            hold,
            recognizer,
            new SessionSurroundings(loop, sink, POLICY, new SilentMonitor()),
            completed::add);
  }

  void audio(long from, long to) {
    byte[] pcm = ruler.pcm(from, Math.toIntExact(to - from));
    hold.offer(
        offset++, new AudioChunk(SampleIndex.of(from), ByteBuffer.wrap(pcm), 1), Arrival.LIVE);
    session.wake();
    loop.run();
  }

  void stop(long total) {
    hold.offer(
        offset++, new RecordingStopped(SampleIndex.of(total), StopReason.STOPPED), Arrival.LIVE);
    session.wake();
    loop.run();
  }

  void say(long samples) {
    recognizer.last().say(samples);
    loop.run();
  }

  void sayAll() {
    recognizer.last().sayAll();
    loop.run();
  }

  void confirm() {
    sink.confirmAll();
    loop.run();
  }

  /** Also what follows from a confirmation. */
  void confirmEach() {
    while (sink.unconfirmed() > 0) {
      confirm();
    }
  }

  MemorySink.Transcript transcript() {
    return sink.transcript(encounter);
  }

  List<String> words() {
    return transcript().words();
  }
}
