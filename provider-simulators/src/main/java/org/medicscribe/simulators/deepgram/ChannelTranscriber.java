package org.medicscribe.simulators.deepgram;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.medicscribe.simulators.ruler.RulerReader;
import org.medicscribe.simulators.ruler.RulerReport;

/**
 * The results of one channel, decided by its audio alone: the same audio gives the same words,
 * however it is framed. Positions are samples of the stream. Pure; belongs to one thread.
 */
final class ChannelTranscriber {

  /** Told of what the provider would say, in order. */
  interface Listener {
    void result(Segment segment);

    void speechStarted(long at);

    void utteranceEnd(long lastWordEnd);
  }

  private static final Duration STEP = Duration.ofMillis(20);

  /** A shorter gap is part of a word. */
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);

  private final Listener listener;
  private final boolean interimResults;
  private final boolean vadEvents;
  private final boolean endpointing;
  private final long pause;
  private final long utteranceEnd;
  private final long interimEvery;
  private final long finalAfter;
  private final int step;

  private final Ear ear;
  private final RulerReport heard = new RulerReport();
  private final RulerReader reader;
  private final List<HeardWord> open = new ArrayList<>();
  private long decided;
  private long segmentStart;
  private long lastResult;
  private long lastWordEnd = -1;
  private boolean speaking;

  ChannelTranscriber(
      ListenRequest request, int sampleRate, DeepgramOptions options, Listener listener) {
    this.listener = listener;
    this.interimResults = request.interimResults();
    this.vadEvents = request.vadEvents();
    this.endpointing = request.endpointing() != null;
    this.pause = samples(longest(request.endpointing(), SHORTEST_PAUSE), sampleRate);
    this.utteranceEnd =
        request.utteranceEnd() == null
            ? Long.MAX_VALUE
            : samples(request.utteranceEnd(), sampleRate);
    this.interimEvery = samples(options.interimEvery(), sampleRate);
    this.finalAfter = samples(options.finalAfter(), sampleRate);
    this.step = (int) samples(STEP, sampleRate) * 2;
    this.ear = new Ear(options.script(), sampleRate);
    this.reader = new RulerReader(new Both());
  }

  /** Every sample so far, told to the ruler's account and to the ear. */
  private final class Both implements RulerReader.Listener {

    @Override
    public void ruler(int session, long position, long at, int samples) {
      decided = at + samples;
      heard.ruler(session, position, at, samples);
      ear.ruler(session, position, at, samples);
    }

    @Override
    public void foreign(long at, short[] samples, int from, int count) {
      decided = at + count;
      heard.foreign(at, samples, from, count);
      ear.foreign(at, samples, from, count);
    }
  }

  /** The account of the ruler in this channel. */
  RulerReport heard() {
    return heard;
  }

  long samples() {
    return reader.samples();
  }

  void hear(byte[] pcm, int offset, int length) {
    int end = offset + length;
    for (int at = offset; at < end; at += step) {
      reader.read(pcm, at, Math.min(step, end - at));
      advance();
    }
  }

  /** Makes everything heard so far final; nothing is said when there is nothing. */
  void finish(boolean fromFinalize) {
    reader.flush();
    advance();
    ear.endVoice();
    takeWords();
    if (decided > segmentStart) {
      close(decided, endpointing && !open.isEmpty(), fromFinalize);
    }
    speaking = false;
  }

  private void advance() {
    takeWords();
    startSpeech();
    closeAtWords();
    endSpeech();
    if (!speaking && decided - segmentStart >= finalAfter) {
      close(decided, endpointing && open.isEmpty(), false);
    }
    if (open.isEmpty() && lastWordEnd >= 0 && decided - lastWordEnd >= utteranceEnd) {
      listener.utteranceEnd(lastWordEnd);
      lastWordEnd = -1;
    }
    if (interimResults && decided - lastResult >= interimEvery) {
      lastResult = decided;
      listener.result(new Segment(segmentStart, decided, open, false, false, false));
    }
  }

  private void takeWords() {
    Queue<HeardWord> words = ear.words();
    for (HeardWord word = words.poll(); word != null; word = words.poll()) {
      open.add(word);
    }
  }

  private void startSpeech() {
    if (!speaking && ear.voiceStart() >= 0) {
      speaking = true;
      if (vadEvents) {
        listener.speechStarted(Math.max(ear.voiceStart(), segmentStart));
      }
    }
  }

  /** At the end of a turn, and at the first word's end after the usual length. */
  private void closeAtWords() {
    for (int i = 0; i < open.size(); i++) {
      HeardWord word = open.get(i);
      boolean longEnough = word.end() - segmentStart >= finalAfter;
      if (word.end() <= decided && word.end() > segmentStart && (word.endsTurn() || longEnough)) {
        close(word.end(), word.endsTurn() && endpointing, false);
        if (word.endsTurn()) {
          ear.endVoice();
          speaking = false;
        }
        i = -1;
      }
    }
  }

  private void endSpeech() {
    if (speaking && decided - ear.voiceEnd() >= pause) {
      ear.endVoice();
      takeWords();
      speaking = false;
      if (endpointing && !open.isEmpty()) {
        close(decided, true, false);
      }
    }
  }

  private void close(long end, boolean speechFinal, boolean fromFinalize) {
    List<HeardWord> words = open.stream().filter(word -> word.middle() < end).toList();
    open.removeAll(words);
    Segment segment = new Segment(segmentStart, end, words, true, speechFinal, fromFinalize);
    if (!words.isEmpty()) {
      HeardWord last = words.getLast();
      lastWordEnd = last.middle() + last.halfWithin(segmentStart, end);
    }
    segmentStart = end;
    lastResult = end;
    listener.result(segment);
  }

  private static Duration longest(@Nullable Duration asked, Duration least) {
    return asked == null || asked.compareTo(least) < 0 ? least : asked;
  }

  private static long samples(Duration duration, int sampleRate) {
    return duration.toMillis() * sampleRate / 1000;
  }
}
