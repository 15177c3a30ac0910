package org.medicscribe.soapnote.drafting.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.medicscribe.events.NoteEvent.TranscriptLine;
import org.medicscribe.soapnote.drafting.embedded.AciBench.Encounter;
import org.medicscribe.soapnote.drafting.embedded.CueTrainer.Example;

/**
 * Trains the three cue models from the punctuated encounters of the train split and prints how they
 * do on the valid split. Arguments: the folder of ACI-BENCH, the folder to write to.
 */
final class CueTraining {

  private static final int FOLDS = 5;

  private CueTraining() {}

  public static void main(String[] args) throws IOException {
    Path bench = Path.of(args[0]);
    Path target = Path.of(args[1]);
    List<Encounter> train = AciBench.read(bench, "train");
    List<Encounter> valid = AciBench.read(bench, "valid");
    write(target, "boundaries.tsv", gaps(train), gaps(valid));
    write(target, "questions.tsv", questions(train), questions(valid));
    write(target, "voices.tsv", putRight(voices(train)), voices(valid));
  }

  private static void write(Path folder, String name, List<Example> train, List<Example> valid)
      throws IOException {
    Map<String, Float> weights = CueTrainer.fit(train);
    StringBuilder text = new StringBuilder();
    weights.forEach((cue, weight) -> text.append(cue).append('\t').append(weight).append('\n'));
    Files.writeString(folder.resolve(name), text);
    CueClassifier model = new CueClassifier(weights);
    System.out.printf(
        "%s: %d cues, train %s, valid %s%n",
        name, weights.size(), figures(model, train), figures(model, valid));
  }

  private static String figures(CueClassifier model, List<Example> examples) {
    int hit = 0;
    int said = 0;
    int real = 0;
    for (Example example : examples) {
      boolean yes = model.score(example.cues()) > 0;
      said += yes ? 1 : 0;
      real += example.yes() ? 1 : 0;
      hit += yes && example.yes() ? 1 : 0;
    }
    return "precision %.3f recall %.3f of %d"
        .formatted((double) hit / said, (double) hit / real, real);
  }

  private static List<Example> gaps(List<Encounter> encounters) {
    List<Example> examples = new ArrayList<>();
    for (Encounter encounter : punctuated(encounters)) {
      for (TranscriptLine line : encounter.transcript()) {
        List<String> words = new ArrayList<>();
        List<Boolean> stops = new ArrayList<>();
        for (Token token : Token.of(line.text(), 0)) {
          if (!token.isMark()) {
            words.add(token.lower());
            stops.add(false);
          } else if (token.isStop() && !words.isEmpty()) {
            stops.set(stops.size() - 1, true);
          }
        }
        for (int gap = 1; gap < words.size(); gap++) {
          examples.add(new Example(encounter.name(), Cues.ofGap(words, gap), stops.get(gap - 1)));
        }
      }
    }
    return examples;
  }

  private static List<Example> questions(List<Encounter> encounters) {
    List<Example> examples = new ArrayList<>();
    for (Encounter encounter : punctuated(encounters)) {
      for (TranscriptLine line : encounter.transcript()) {
        List<String> words = new ArrayList<>();
        for (Token token : Token.of(line.text(), 0)) {
          if (!token.isMark()) {
            words.add(token.lower());
          } else if (token.isStop() && !words.isEmpty()) {
            boolean asks = token.text().contains("?") && !RemarkSplitter.isTagged(words);
            examples.add(new Example(encounter.name(), Cues.ofShape(words), asks));
            words.clear();
          }
        }
      }
    }
    return examples;
  }

  private static List<Example> voices(List<Encounter> encounters) {
    List<Example> examples = new ArrayList<>();
    for (Encounter encounter : encounters) {
      for (TranscriptLine line : encounter.transcript()) {
        List<String> words =
            Token.of(line.text(), 0).stream().filter(t -> !t.isMark()).map(Token::lower).toList();
        if (!words.isEmpty()) {
          examples.add(
              new Example(encounter.name(), Cues.ofVoice(words), "doctor".equals(line.speaker())));
        }
      }
    }
    return examples;
  }

  /** Some encounters of the train split have their labels swapped: a model of the others tells. */
  private static List<Example> putRight(List<Example> examples) {
    Map<String, List<Example>> encounters =
        examples.stream()
            .collect(Collectors.groupingBy(Example::source, TreeMap::new, Collectors.toList()));
    List<String> names = List.copyOf(encounters.keySet());
    List<Example> right = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      int held = fold;
      Set<String> out =
          IntStream.range(0, names.size())
              .filter(i -> i % FOLDS == held)
              .mapToObj(names::get)
              .collect(Collectors.toSet());
      CueClassifier model =
          new CueClassifier(
              CueTrainer.fit(examples.stream().filter(e -> !out.contains(e.source())).toList()));
      for (String name : out) {
        List<Example> lines = encounters.getOrDefault(name, List.of());
        double agreement =
            lines.stream().mapToDouble(e -> model.score(e.cues()) * (e.yes() ? 1 : -1)).sum();
        if (agreement < 0) {
          System.out.println("labels swapped: " + name);
        }
        lines.forEach(
            e -> right.add(new Example(e.source(), e.cues(), agreement < 0 ? !e.yes() : e.yes())));
      }
    }
    return right;
  }

  private static List<Encounter> punctuated(List<Encounter> encounters) {
    return encounters.stream()
        .filter(encounter -> encounter.transcript().stream().anyMatch(l -> l.text().contains("?")))
        .toList();
  }
}
