package org.medicscribe.soapnote.drafting.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Writes the models anew, in place, when {@code -Daci.train=<folder>} names the data. */
@EnabledIfSystemProperty(named = "aci.train", matches = ".+")
class RetrainingTest {

  private static final String RESOURCES =
      "src/main/resources/org/medicscribe/soapnote/drafting/embedded";

  @Test
  void shouldWriteTheCueModels() throws IOException {
    CueTraining.main(
        new String[] {Objects.requireNonNull(System.getProperty("aci.train")), RESOURCES});
    assertThat(Path.of(RESOURCES, "voices.tsv")).isNotEmptyFile();
  }

  /** Reads the cue models from the classpath: run again after the first test changed them. */
  @Test
  void shouldWriteTheRelevanceModel() throws IOException {
    RelevanceTraining.main(
        new String[] {Objects.requireNonNull(System.getProperty("aci.train")), RESOURCES});
    assertThat(Path.of(RESOURCES, "relevance.tsv")).isNotEmptyFile();
  }
}
