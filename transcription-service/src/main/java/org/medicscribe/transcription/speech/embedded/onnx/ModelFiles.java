package org.medicscribe.transcription.speech.embedded.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The model files on disk. {@code models.tsv}, from which {@code models/fetch} brings them, says
 * what they must be.
 */
record ModelFiles(Path folder) {

  static final String ENCODER = "encoder_model.onnx";
  static final String DECODER = "decoder_model_merged.onnx";
  static final String VOICE_DETECTOR = "silero_vad_v5.onnx";
  static final String SPEAKERS = "speaker_network.raw";
  static final String SPEAKERS_MEAN = "speaker_mean.vec";
  static final String SPEAKERS_WHITENING = "speaker_transform.mat";
  static final String VOCABULARY = "llama-tokenizer.js";

  private static final String HOW_TO_FETCH =
      "; run transcription-service/models/fetch, or set MEDIC_SCRIBE_MODELS to the folder that"
          + " holds the models";

  /**
   * @throws IllegalStateException a file is missing or is not the expected one; the message says
   *     what to run
   */
  static ModelFiles checked(Path folder) {
    expectedSums()
        .forEach((name, expected) -> {
          Path file = folder.resolve(name);
          if (!Files.isRegularFile(file)) {
            throw new IllegalStateException("no speech model at " + file + HOW_TO_FETCH);
          }
          if (!sha256(file).equals(expected)) {
            throw new IllegalStateException(
                "not the expected speech model: " + file + HOW_TO_FETCH);
          }
        });
    return new ModelFiles(folder);
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  private static Map<String, String> expectedSums() {
    var sums = new LinkedHashMap<String, String>();
    try (InputStream manifest = ModelFiles.class.getResourceAsStream("models.tsv")) {
      if (manifest == null) {
        throw new IllegalStateException("models.tsv is not on the class path");
      }
      new String(manifest.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split("\t"))
          .forEach(columns -> sums.put(columns[0], columns[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sums;
  }

  private static String sha256(Path file) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (var content = new DigestInputStream(Files.newInputStream(file), digest)) {
        byte[] buffer = new byte[1 << 16];
        while (content.read(buffer) >= 0) {
          // The stream feeds the digest.
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the speech model " + file, e);
    }
  }
}
