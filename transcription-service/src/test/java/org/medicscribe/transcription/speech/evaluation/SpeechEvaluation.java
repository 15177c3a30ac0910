package org.medicscribe.transcription.speech.evaluation;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.transcription.speech.SpeechRequest;
import org.medicscribe.transcription.speech.SpeechResult;
import org.medicscribe.transcription.speech.SpokenWord;
import org.medicscribe.transcription.speech.embedded.EmbeddedRecognizer;
import org.medicscribe.transcription.speech.embedded.EmbeddedSettings;
import org.medicscribe.transcription.speech.embedded.onnx.OnnxSpeechModels;

/**
 * Measures the embedded recogniser on a folder of WAV files: CPU; word errors where a text file of
 * the same name says what is said; errors about who speaks where RTTM files say who does; and, with
 * {@code --live}, how long words take to appear.
 *
 * <p>{@code SpeechEvaluation <folder> [--live] [--finals-only] [--words]}; {@code --words} prints
 * what was heard, with the confidence of doubtful words.
 */
public final class SpeechEvaluation {

  /** A person who speaks less in the reference is not expected to be told apart. */
  private static final double LEAST_SPOKEN = 3;

  private static final double LEAST_HEARD = 1;

  private final EmbeddedRecognizer recognizer;
  private final boolean live;
  private final boolean showWords;
  private WordErrors errors = WordErrors.NONE;
  private SpeakerErrors saidFirst = SpeakerErrors.NONE;
  private SpeakerErrors speakerErrors = SpeakerErrors.NONE;
  private int counted;
  private int countedRight;
  private double seconds;
  private double cpuSeconds;
  private final List<Double> shown = new ArrayList<>();
  private final List<Double> settled = new ArrayList<>();

  private SpeechEvaluation(EmbeddedRecognizer recognizer, boolean live, boolean showWords) {
    this.recognizer = recognizer;
    this.live = live;
    this.showWords = showWords;
  }

  public static void main(String[] arguments) throws IOException {
    var _ = run(arguments);
  }

  /** Word errors over all recordings of the folder, each played in real time. */
  static WordErrors live(String folder) throws IOException {
    return run(folder, "--live");
  }

  private static WordErrors run(String... arguments) throws IOException {
    var options = Arrays.asList(arguments);
    EmbeddedSettings defaults = EmbeddedSettings.defaults();
    EmbeddedSettings settings =
        options.contains("--finals-only")
            ? defaults.withInterimEvery(Duration.ofHours(1))
            : defaults;
    try (var recognizer =
            new EmbeddedRecognizer(settings, OnnxSpeechModels.load(settings.models()));
        var files = Files.list(Path.of(arguments[0]))) {
      var evaluation =
          new SpeechEvaluation(recognizer, options.contains("--live"), options.contains("--words"));
      List<Path> recordings =
          files.filter(file -> file.toString().endsWith(".wav")).sorted().toList();
      if (recordings.isEmpty()) {
        throw new IllegalArgumentException("no WAV file in " + arguments[0]);
      }
      for (Path wav : recordings) {
        evaluation.measure(Recording.read(wav));
      }
      evaluation.sum();
      return evaluation.errors;
    }
  }

  /** Each recording is another one, with voices of its own. */
  private static SpeechRequest english() {
    return new SpeechRequest("en", List.of());
  }

  private void measure(Recording recording) {
    long cpuBefore = cpuNanos();
    Transcript transcript =
        live
            ? Transcript.live(recognizer, english(), recording)
            : Transcript.quick(recognizer, english(), recording);
    double cpu = (cpuNanos() - cpuBefore) / 1e9;
    measureSpeakers(recording, transcript);
    WordErrors found = WordErrors.between(recording.wordsSaid(), transcript.wordsHeard());
    if (!recording.turns().isEmpty()) {
      print(recording.name(), found, recording.seconds(), cpu);
    }
    if (showWords) {
      transcript.finals().forEach(SpeechEvaluation::show);
    }
    errors = recording.turns().isEmpty() ? errors : errors.plus(found);
    seconds += recording.seconds();
    cpuSeconds += cpu;
    if (live) {
      measureDelays(transcript);
    }
  }

  private void measureSpeakers(Recording recording, Transcript transcript) {
    if (recording.speakers().isEmpty()) {
      return;
    }
    var first = SpeakerErrors.between(recording.speakers(), transcript.speakers(false));
    var found = SpeakerErrors.between(recording.speakers(), transcript.speakers(true));
    long voices = voices(transcript.speakers(true), LEAST_HEARD);
    long speakers = Math.max(1, voices(recording.speakers(), LEAST_SPOKEN));
    saidFirst = saidFirst.plus(first);
    speakerErrors = speakerErrors.plus(found);
    counted++;
    countedRight += voices == speakers ? 1 : 0;
    System.out.printf(
        Locale.ROOT,
        "%-45s %s; %d of %d voices; as said first %.1f %%%n",
        recording.name(),
        found,
        voices,
        speakers,
        100 * first.rate());
  }

  private static long voices(List<SpeakerTime> times, double least) {
    return times.stream()
        .filter(time -> !time.speaker().equals(Transcript.NOBODY))
        .collect(
            Collectors.groupingBy(
                SpeakerTime::speaker, Collectors.summingDouble(time -> time.end() - time.start())))
        .values()
        .stream()
        .filter(spoken -> spoken >= least)
        .count();
  }

  /** For each word: from its end until a result first reached it, and until a final did. */
  private void measureDelays(Transcript transcript) {
    for (SpokenWord word : transcript.words()) {
      double spoken = (double) word.end() / SampleIndex.PER_SECOND;
      for (Transcript.Arrival arrival : transcript.arrivals()) {
        if (arrival.result() instanceof SpeechResult.Interim interim
            && interim.start() <= word.start()
            && interim.end() >= word.end()) {
          shown.add(seconds(arrival) - spoken);
          break;
        }
        if (covers(arrival, word)) {
          shown.add(seconds(arrival) - spoken);
          break;
        }
      }
      transcript.arrivals().stream()
          .filter(arrival -> covers(arrival, word))
          .findFirst()
          .ifPresent(arrival -> settled.add(seconds(arrival) - spoken));
    }
  }

  private static boolean covers(Transcript.Arrival arrival, SpokenWord word) {
    return arrival.result() instanceof SpeechResult.Final result && result.words().contains(word);
  }

  private static double seconds(Transcript.Arrival arrival) {
    return arrival.after().toNanos() / 1e9;
  }

  private void sum() {
    print("in total", errors, seconds, cpuSeconds);
    if (counted > 0) {
      System.out.printf(
          Locale.ROOT,
          "who speaks: %s; as said first %.1f %%; the right number of voices in %d of %d%n",
          speakerErrors,
          100 * saidFirst.rate(),
          countedRight,
          counted);
    }
    if (live) {
      System.out.printf(
          Locale.ROOT,
          "a word is shown %.2f s after it was said (p95 %.2f, p99 %.2f), settled after %.2f s"
              + " (p95 %.2f, p99 %.2f)%n",
          percentile(shown, 50),
          percentile(shown, 95),
          percentile(shown, 99),
          percentile(settled, 50),
          percentile(settled, 95),
          percentile(settled, 99));
    }
  }

  private static double percentile(List<Double> values, int percent) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.isEmpty() ? Double.NaN : sorted.get((sorted.size() - 1) * percent / 100);
  }

  private static void print(String name, WordErrors errors, double seconds, double cpu) {
    System.out.printf(
        Locale.ROOT,
        "%-45s %5.1f %% word errors (%d of %d: %d other, %d missing, %d added), %.1f s,"
            + " %.3f CPU s per s%n",
        name,
        100 * errors.rate(),
        errors.count(),
        errors.said(),
        errors.substituted(),
        errors.missing(),
        errors.added(),
        seconds,
        cpu / seconds);
  }

  private static void show(SpeechResult.Final result) {
    if (result.words().isEmpty() && !result.inaudible()) {
      return;
    }
    var line = new StringBuilder();
    Integer speaker = -1;
    for (SpokenWord word : result.words()) {
      if (!Objects.equals(speaker, word.speaker())) {
        speaker = word.speaker();
        line.append('[').append(speaker).append("] ");
      }
      line.append(word.text())
          .append(
              word.confidence() < 0.6
                  ? String.format(Locale.ROOT, "{%.2f}", word.confidence())
                  : "")
          .append(' ');
    }
    System.out.printf(
        Locale.ROOT,
        "  %7.2f-%7.2f %s%n",
        (double) result.start() / SampleIndex.PER_SECOND,
        (double) result.end() / SampleIndex.PER_SECOND,
        result.inaudible() ? "(inaudible)" : line);
  }

  private static long cpuNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
