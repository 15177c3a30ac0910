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
import org.medicscribe.events.SampleIndex;
import org.medicscribe.transcription.speech.SpeechRequest;
import org.medicscribe.transcription.speech.SpeechResult;
import org.medicscribe.transcription.speech.SpokenWord;
import org.medicscribe.transcription.speech.embedded.EmbeddedRecognizer;
import org.medicscribe.transcription.speech.embedded.EmbeddedSettings;
import org.medicscribe.transcription.speech.embedded.onnx.OnnxSpeechModels;

/**
 * Measures the embedded recogniser on a folder of WAV files with a text file of the same name each:
 * word errors, CPU, and, with {@code --live}, how long words take to appear.
 *
 * <p>{@code SpeechEvaluation <folder> [--live] [--finals-only] [--words]}; {@code --words} prints
 * what was heard, with the confidence of doubtful words.
 */
public final class SpeechEvaluation {

  private static final SpeechRequest REQUEST = new SpeechRequest("en", List.of());

  private final EmbeddedRecognizer recognizer;
  private final boolean live;
  private final boolean showWords;
  private WordErrors errors = WordErrors.NONE;
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
      for (Path wav : files.filter(file -> file.toString().endsWith(".wav")).sorted().toList()) {
        evaluation.measure(Recording.read(wav));
      }
      evaluation.sum();
      return evaluation.errors;
    }
  }

  private void measure(Recording recording) {
    long cpuBefore = cpuNanos();
    Transcript transcript =
        live
            ? Transcript.live(recognizer, REQUEST, recording)
            : Transcript.quick(recognizer, REQUEST, recording);
    double cpu = (cpuNanos() - cpuBefore) / 1e9;
    WordErrors found = WordErrors.between(recording.wordsSaid(), transcript.wordsHeard());
    print(recording.name(), found, recording.seconds(), cpu);
    if (showWords) {
      transcript.finals().forEach(SpeechEvaluation::show);
    }
    errors = errors.plus(found);
    seconds += recording.seconds();
    cpuSeconds += cpu;
    if (live) {
      measureDelays(transcript);
    }
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
    if (live) {
      System.out.printf(
          Locale.ROOT,
          "a word is shown %.2f s after it was said (p95 %.2f), settled after %.2f s (p95 %.2f)%n",
          percentile(shown, 50),
          percentile(shown, 95),
          percentile(settled, 50),
          percentile(settled, 95));
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
