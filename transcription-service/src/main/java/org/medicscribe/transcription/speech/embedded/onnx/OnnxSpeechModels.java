package org.medicscribe.transcription.speech.embedded.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.medicscribe.transcription.speech.embedded.SpeechModels;
import org.medicscribe.transcription.speech.embedded.Transcriber;
import org.medicscribe.transcription.speech.embedded.VoiceDetector;
import org.medicscribe.transcription.speech.embedded.voice.SpeakerNetwork;
import org.medicscribe.transcription.speech.embedded.voice.VoicePrinter;

/** Moonshine base, Silero VAD and the speaker network: about a second to load, once for all. */
public final class OnnxSpeechModels implements SpeechModels {

  private final OrtSession encoder;
  private final OrtSession decoder;
  private final OrtSession voice;
  private final Transcriber transcriber;
  private final VoicePrinter voicePrinter;

  private OnnxSpeechModels(
      OrtSession encoder,
      OrtSession decoder,
      OrtSession voice,
      TokenVocabulary vocabulary,
      VoicePrinter voicePrinter) {
    this.encoder = encoder;
    this.decoder = decoder;
    this.voice = voice;
    this.transcriber = new MoonshineTranscriber(encoder, decoder, vocabulary);
    this.voicePrinter = voicePrinter;
  }

  /**
   * @param folder where {@code models/fetch} put the files
   * @throws IllegalStateException a file is missing or damaged; the message says what to run
   */
  public static OnnxSpeechModels load(Path folder) {
    ModelFiles files = ModelFiles.checked(folder);
    try {
      TokenVocabulary vocabulary =
          TokenVocabulary.fromScript(Files.readString(files.path(ModelFiles.VOCABULARY)));
      return new OnnxSpeechModels(
          Tensors.open(files.path(ModelFiles.ENCODER)),
          Tensors.open(files.path(ModelFiles.DECODER)),
          Tensors.open(files.path(ModelFiles.VOICE_DETECTOR)),
          vocabulary,
          SpeakerNetwork.load(
              files.path(ModelFiles.SPEAKERS),
              files.path(ModelFiles.SPEAKERS_MEAN),
              files.path(ModelFiles.SPEAKERS_WHITENING)));
    } catch (OrtException e) {
      throw new IllegalStateException("the speech models in " + folder + " cannot be loaded", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Transcriber transcriber() {
    return transcriber;
  }

  @Override
  public VoicePrinter voicePrinter() {
    return voicePrinter;
  }

  @Override
  public VoiceDetector newVoiceDetector() {
    return new SileroVoiceDetector(voice);
  }

  @Override
  public void close() {
    try {
      encoder.close();
      decoder.close();
      voice.close();
    } catch (OrtException e) {
      throw new IllegalStateException("the speech models did not close", e);
    }
  }
}
