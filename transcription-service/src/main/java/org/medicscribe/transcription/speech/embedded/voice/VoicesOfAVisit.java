package org.medicscribe.transcription.speech.embedded.voice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the voices of one recording: grouped anew with all that is heard, so what was
 * said of earlier turns may change. A voice keeps its number as long as most of its speech does.
 *
 * <p>Bounded: about half a kilobyte a turn and a sample, 1.2 MB of a visit that lasts for hours.
 * Turns beyond that are told apart, and not revised. Safe for use by several threads, since a
 * stream that is given up may still be at work when the next one begins.
 */
public final class VoicesOfAVisit {

  /** Prints that are compared with each other. */
  static final int MOST_SAMPLES = 256;

  private static final int SAMPLES_LEFT = 192;

  static final int MOST_TURNS = 2_048;

  /** A print with the number of the voice that it was last counted to. */
  private record Sample(VoicePrint print, int voice) {}

  private static final int NOBODY = -1;

  /** The voices known at a moment. */
  record Known(List<float[]> directions, List<Integer> numbers) {

    /** How much the print is like each voice. */
    float[] likeness(VoicePrint print) {
      float[] direction = print.direction();
      var likeness = new float[directions.size()];
      for (int voice = 0; voice < likeness.length; voice++) {
        likeness[voice] = VoicePrint.product(direction, directions.get(voice));
      }
      return likeness;
    }
  }

  private final List<float[]> turns = new ArrayList<>();
  private List<Sample> samples = new ArrayList<>();
  private Known known = new Known(List.of(), List.of());
  private int nextNumber;

  /** Takes in what was heard and groups all voices anew. */
  synchronized Known learn(List<VoicePrint> heard) {
    heard.forEach(print -> samples.add(new Sample(print, NOBODY)));
    if (samples.size() > MOST_SAMPLES) {
      compact();
    }
    known = group();
    return known;
  }

  /**
   * Remembers a turn, to say later whose it is.
   *
   * @return its name, or null when no more can be remembered
   */
  synchronized @Nullable Integer remember(List<VoicePrint> prints) {
    if (turns.size() == MOST_TURNS || prints.isEmpty()) {
      return null;
    }
    turns.add(VoicePrint.mean(prints).vector());
    return turns.size() - 1;
  }

  /** How many prints it compares. */
  synchronized int samples() {
    return samples.size();
  }

  /** Whose each turn is as far as is known now, by the turn's name. */
  public synchronized Map<Integer, Integer> speakers() {
    var speakers = new HashMap<Integer, Integer>();
    for (int turn = 0; turn < turns.size() && !known.directions().isEmpty(); turn++) {
      int voice = VoiceGroups.nearest(turns.get(turn), known.directions());
      speakers.put(turn, known.numbers().get(voice));
    }
    return speakers;
  }

  private Known group() {
    List<VoicePrint> prints = samples.stream().map(Sample::print).toList();
    List<List<Integer>> groups = new ArrayList<>(VoiceGroups.voices(prints));
    groups.sort(Comparator.comparingInt(group -> group.stream().min(Integer::compare).orElse(0)));
    List<Integer> numbers = numbersOf(groups);
    List<float[]> directions =
        groups.stream()
            .map(group -> VoicePrint.mean(group.stream().map(prints::get).toList()).direction())
            .toList();
    var counted = new Sample[samples.size()];
    for (int voice = 0; voice < groups.size(); voice++) {
      for (int index : groups.get(voice)) {
        counted[index] = new Sample(prints.get(index), numbers.get(voice));
      }
    }
    samples = new ArrayList<>(Arrays.asList(counted));
    return new Known(directions, numbers);
  }

  /** The groups that share most seconds with an earlier voice take its number, the most first. */
  private List<Integer> numbersOf(List<List<Integer>> groups) {
    record Shared(int group, int number, double seconds) {}
    var shared = new ArrayList<Shared>();
    for (int group = 0; group < groups.size(); group++) {
      var seconds = new HashMap<Integer, Double>();
      for (int index : groups.get(group)) {
        Sample sample = samples.get(index);
        seconds.merge(sample.voice(), sample.print().seconds(), Double::sum);
      }
      seconds.remove(NOBODY);
      for (var entry : seconds.entrySet()) {
        shared.add(new Shared(group, entry.getKey(), entry.getValue()));
      }
    }
    shared.sort(Comparator.comparingDouble(Shared::seconds).reversed());
    var numbersByGroup = new HashMap<Integer, Integer>();
    for (Shared each : shared) {
      if (!numbersByGroup.containsValue(each.number())) {
        numbersByGroup.putIfAbsent(each.group(), each.number());
      }
    }
    return IntStream.range(0, groups.size())
        .mapToObj(group -> numbersByGroup.computeIfAbsent(group, _ -> nextNumber++))
        .map(Objects::requireNonNull)
        .toList();
  }

  /** Joins the most alike: the voices are well known by now, and stay so. */
  private void compact() {
    List<VoicePrint> prints = samples.stream().map(Sample::print).toList();
    List<List<Integer>> joined = new ArrayList<>(VoiceGroups.joined(prints, SAMPLES_LEFT));
    joined.sort(Comparator.comparingInt(List::getFirst));
    var fewer = new ArrayList<Sample>();
    for (List<Integer> group : joined) {
      VoicePrint mean = VoicePrint.mean(group.stream().map(prints::get).toList());
      fewer.add(new Sample(mean, samples.get(group.getFirst()).voice()));
    }
    samples = fewer;
  }

  @Override
  public String toString() {
    return "VoicesOfAVisit[voices=" + known.numbers().size() + ", turns=" + turns.size() + "]";
  }
}
