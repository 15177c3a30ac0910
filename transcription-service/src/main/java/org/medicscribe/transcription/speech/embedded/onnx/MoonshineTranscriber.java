package org.medicscribe.transcription.speech.embedded.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Arrays;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.transcription.speech.embedded.Transcriber;
import org.medicscribe.transcription.speech.embedded.Transcription;

/** Moonshine base (English, quantised). Its sessions are shared by all threads. */
final class MoonshineTranscriber implements Transcriber {

  /** The encoder's convolutions need some 0.06 s; silence after the end does no harm. */
  private static final int SHORTEST_INPUT = SampleIndex.PER_SECOND / 10;

  private final OrtSession encoder;
  private final OrtSession decoder;
  private final TokenVocabulary vocabulary;

  /** Both sessions are closed by whoever opened them. */
  MoonshineTranscriber(OrtSession encoder, OrtSession decoder, TokenVocabulary vocabulary) {
    this.encoder = encoder;
    this.decoder = decoder;
    this.vocabulary = vocabulary;
  }

  @Override
  public Transcription transcribe(float[] samples, BooleanSupplier abandoned) {
    float[] audio =
        samples.length < SHORTEST_INPUT ? Arrays.copyOf(samples, SHORTEST_INPUT) : samples;
    try (var input = Tensors.floats(audio, 1, audio.length);
        var encoded = encoder.run(Map.of("input_values", input));
        var network =
            new MoonshineDecoding(
                decoder, (OnnxTensor) encoded.get("last_hidden_state").orElseThrow())) {
      double seconds = (double) audio.length / SampleIndex.PER_SECOND;
      return switch (GreedyDecoder.decode(network, seconds, abandoned)) {
        case GreedyDecoder.Outcome.Complete complete ->
            new Transcription.Heard(vocabulary.words(complete.tokens()));
        case GreedyDecoder.Outcome.Runaway _ -> new Transcription.Unintelligible();
        case GreedyDecoder.Outcome.Abandoned _ -> new Transcription.Abandoned();
      };
    } catch (OrtException e) {
      throw new IllegalStateException("transcription failed", e);
    }
  }
}
