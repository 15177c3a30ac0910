package org.medicscribe.soapnote.drafting.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Trains the relevance model on the train split, after {@link CueTraining}. Arguments: the folder
 * of ACI-BENCH, the folder to write to.
 */
final class RelevanceTraining {

  private RelevanceTraining() {}

  public static void main(String[] args) throws IOException {
    write(args, new MiniLmEmbedder());
  }

  static void write(String[] args, Embedder embedder) throws IOException {
    double[][] none = new double[0][];
    NoteComposer composer = NoteComposer.with(embedder, new Relevance(none));
    double[][] weights =
        new RelevanceTrainer(composer, embedder).fit(AciBench.read(Path.of(args[0]), "train"));
    String text =
        Arrays.stream(weights)
            .map(row ->
                Arrays.stream(row).mapToObj("%.4f"::formatted).collect(Collectors.joining("\t")))
            .collect(Collectors.joining("\n", "", "\n"));
    Files.writeString(Path.of(args[1]).resolve("relevance.tsv"), text);
  }
}
