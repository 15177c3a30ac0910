package org.medicscribe.simulators.deepgram;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import org.medicscribe.simulators.ruler.RulerReader;
import org.medicscribe.simulators.ruler.RulerWord;

/**
 * Turns the audio of one channel into words: the ruler into its own words, any other voice into the
 * words of the script, one for every 0.4 s of voice. Pure; belongs to one thread.
 */
final class Ear implements RulerReader.Listener {

  private static final double QUIET = 150;
  private static final double LOUD = 1500;
  private static final double ABOVE_NOISE = 4;

  private final Script script;
  private final int windowSamples;
  private final Queue<HeardWord> words = new ArrayDeque<>();
  private final Map<Integer, Integer> speakers = new HashMap<>();

  private double noise = QUIET / ABOVE_NOISE;
  private double windowEnergy;
  private int windowFilled;
  private long voiceStart = -1;
  private long voiceEnd = -1;
  private long wordStart = -1;
  private long wordVoice;
  private int scripted;

  Ear(Script script, int sampleRate) {
    this.script = script;
    this.windowSamples = sampleRate / 50;
  }

  /** Words not taken yet, in the order of their middles. */
  Queue<HeardWord> words() {
    return words;
  }

  /** Where the last voice began, -1 before the first; it may have ended since. */
  long voiceStart() {
    return voiceStart;
  }

  /** Where the last voice ended so far. */
  long voiceEnd() {
    return voiceEnd;
  }

  /** The voice is over, or has to be: what was said of a word so far is the word. */
  void endVoice() {
    if (wordStart >= 0 && wordVoice >= 4L * windowSamples) {
      speak();
    }
    wordStart = -1;
    wordVoice = 0;
    voiceStart = -1;
  }

  @Override
  public void ruler(int session, long position, long at, int samples) {
    windowFilled = 0;
    windowEnergy = 0;
    voice(at, at + samples);
    long end = RulerWord.count(position + samples);
    for (long index = RulerWord.count(position); index < end; index++) {
      RulerWord word = new RulerWord(session, index);
      words.add(
          new HeardWord(
              written(word),
              at + word.middle() - position,
              RulerWord.SAMPLES / 2,
              speaker(word.speaker()),
              word.endsTurn(),
              word));
    }
  }

  @Override
  public void foreign(long at, short[] samples, int from, int count) {
    for (int i = 0; i < count; i++) {
      windowEnergy += (double) samples[from + i] * samples[from + i];
      if (++windowFilled == windowSamples) {
        window(at + i + 1, Math.sqrt(windowEnergy / windowSamples));
        windowFilled = 0;
        windowEnergy = 0;
      }
    }
  }

  private void window(long end, double level) {
    noise = level < noise ? level : noise * 1.01 + 0.01;
    if (level < Math.clamp(noise * ABOVE_NOISE, QUIET, LOUD)) {
      return;
    }
    long start = end - windowSamples;
    voice(start, end);
    if (wordStart < 0) {
      wordStart = start;
    }
    wordVoice += windowSamples;
    if (wordVoice >= 20L * windowSamples) {
      speak();
    }
  }

  private void voice(long start, long end) {
    if (voiceStart < 0) {
      voiceStart = start;
    }
    voiceEnd = end;
  }

  private void speak() {
    long half = (voiceEnd - wordStart) / 2;
    Script.Word word = script.word(scripted++);
    words.add(
        new HeardWord(
            word.text(), wordStart + half, half, speaker(word.speaker()), word.endsTurn(), null));
    wordStart = -1;
    wordVoice = 0;
  }

  /** A stream numbers its speakers in the order in which they are heard. */
  private int speaker(int voice) {
    return speakers.computeIfAbsent(voice, ignored -> speakers.size());
  }

  private static String written(RulerWord word) {
    String token = word.token();
    boolean first = word.index() % RulerWord.PER_TURN == 0;
    return (first ? "S" + token.substring(1) : token) + (word.endsTurn() ? "." : "");
  }
}
