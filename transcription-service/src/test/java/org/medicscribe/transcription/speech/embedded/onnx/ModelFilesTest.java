package org.medicscribe.transcription.speech.embedded.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medicscribe.transcription.speech.embedded.EmbeddedSettings;

class ModelFilesTest {

  @Test
  void shouldSayWhatToRunWhenAModelIsMissing(@TempDir Path empty) {
    assertThatThrownBy(() -> OnnxSpeechModels.load(empty))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(empty.resolve(ModelFiles.ENCODER).toString())
        .hasMessageContaining("transcription-service/models/fetch");
  }

  @Test
  void shouldRefuseAModelThatIsNotTheExpectedOne(@TempDir Path folder) throws IOException {
    // Given
    Files.writeString(folder.resolve(ModelFiles.ENCODER), "something else");

    // Then
    assertThatThrownBy(() -> OnnxSpeechModels.load(folder))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("not the expected speech model");
  }

  @Test
  void shouldAcceptWhatTheFetchScriptBrought() {
    // Given
    Path fetched = EmbeddedSettings.defaultModels();

    // When
    ModelFiles files = ModelFiles.checked(fetched);

    // Then
    assertThat(files.path(ModelFiles.DECODER)).exists();
  }
}
