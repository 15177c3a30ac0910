package org.medicscribe.transcription.speech.evaluation;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.transcription.speech.SpeechRecognizer;
import org.medicscribe.transcription.speech.SpeechRequest;
import org.medicscribe.transcription.speech.SpeechResult;
import org.medicscribe.transcription.speech.SpeechStream;
import org.medicscribe.transcription.speech.SpokenWord;

/** All that a recogniser said about a recording, and when. */
public record Transcript(List<Arrival> arrivals) {

  /**
   * @param after since the recording's first sample was sent
   */
  public record Arrival(SpeechResult result, Duration after) {}

  /** Who was said to speak when, in seconds; as it was said first, or as it was at the end. */
  public List<SpeakerTime> speakers(boolean revised) {
    var times = new ArrayList<SpeakerTime>();
    for (SpeechResult.Final result : finals()) {
      int first = times.size();
      for (SpokenWord word : result.words()) {
        Optional<Integer> speaker =
            revised ? speakerAtLast(word) : Optional.ofNullable(word.speaker());
        String name = speaker.map(String::valueOf).orElse(NOBODY);
        double start = seconds(word.start());
        if (times.size() > first && times.getLast().speaker().equals(name)) {
          start = times.removeLast().start();
        }
        times.add(new SpeakerTime(start, seconds(word.end()), name));
      }
    }
    return times;
  }

  /** Who a word's speaker turned out to be. */
  public Optional<Integer> speakerAtLast(SpokenWord word) {
    Integer revised = word.turn() == null ? null : revisions().get(word.turn());
    return Optional.ofNullable(revised == null ? word.speaker() : revised);
  }

  private Map<Integer, Integer> revisions() {
    return arrivals.stream()
        .map(Arrival::result)
        .filter(SpeechResult.Revised.class::isInstance)
        .map(SpeechResult.Revised.class::cast)
        .reduce((_, last) -> last)
        .map(SpeechResult.Revised::speakers)
        .orElse(Map.of());
  }

  private static double seconds(long samples) {
    return (double) samples / SampleIndex.PER_SECOND;
  }

  static final String NOBODY = "nobody";

  private static final int FRAME_BYTES = SampleIndex.PER_SECOND / 10 * SampleIndex.BYTES;
  private static final long MOST_PENDING = 20L * SampleIndex.PER_SECOND;

  /** As a microphone sends: a tenth of a second at a time. */
  public static Transcript live(
      SpeechRecognizer recognizer, SpeechRequest request, Recording recording) {
    long start = System.nanoTime();
    return of(
        recognizer,
        request,
        recording,
        (stream, sentBytes) -> {
          long due = sentBytes / SampleIndex.BYTES * 1_000_000_000L / SampleIndex.PER_SECOND;
          while (System.nanoTime() - start < due) {
            LockSupport.parkNanos(due - (System.nanoTime() - start));
          }
        });
  }

  /** As fast as the recogniser takes it. */
  public static Transcript quick(
      SpeechRecognizer recognizer, SpeechRequest request, Recording recording) {
    return of(
        recognizer,
        request,
        recording,
        (stream, sentBytes) -> {
          while (stream.pendingSamples() > MOST_PENDING) {
            LockSupport.parkNanos(1_000_000);
          }
        });
  }

  private interface Pace {
    void await(SpeechStream stream, long sentBytes);
  }

  private static Transcript of(
      SpeechRecognizer recognizer, SpeechRequest request, Recording recording, Pace pace) {
    var arrivals = new ArrayList<Arrival>();
    var ended = new CompletableFuture<Void>();
    long start = System.nanoTime();
    SpeechStream stream =
        recognizer.open(
            request,
            result -> {
              arrivals.add(new Arrival(result, Duration.ofNanos(System.nanoTime() - start)));
              switch (result) {
                case SpeechResult.Ended _ -> ended.complete(null);
                case SpeechResult.Failed failed ->
                    ended.completeExceptionally(new IllegalStateException(failed.code()));
                case SpeechResult.Interim _,
                    SpeechResult.Final _,
                    SpeechResult.Revised _,
                    SpeechResult.Delayed _ -> {}
              }
            });
    byte[] pcm = recording.pcm();
    for (int sent = 0; sent < pcm.length; sent += FRAME_BYTES) {
      int length = Math.min(FRAME_BYTES, pcm.length - sent);
      pace.await(stream, sent + length);
      stream.send(ByteBuffer.wrap(pcm, sent, length));
    }
    stream.finish();
    ended.join();
    return new Transcript(List.copyOf(arrivals));
  }

  public List<SpeechResult.Final> finals() {
    return arrivals.stream()
        .map(Arrival::result)
        .filter(SpeechResult.Final.class::isInstance)
        .map(SpeechResult.Final.class::cast)
        .toList();
  }

  public List<SpokenWord> words() {
    return finals().stream().flatMap(result -> result.words().stream()).toList();
  }

  public List<String> wordsHeard() {
    return SpokenForm.of(String.join(" ", words().stream().map(SpokenWord::text).toList()));
  }
}
