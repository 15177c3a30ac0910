package org.medicscribe.transcription.speech.embedded.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The decoder at work on one stretch of audio, with what it remembers of its steps.
 *
 * <p>Each step hands the attention caches of the one before back in. Those about the audio come
 * from the first step and stay as they are, so its result is kept open to the end; of the others
 * only the latest.
 */
final class MoonshineDecoding implements GreedyDecoder.Network<OrtException>, AutoCloseable {

  private static final int LAYERS = 8;
  private static final long[] EMPTY_CACHE_SHAPE = {1, 8, 1, 52};

  private final OrtSession decoder;
  private final Map<String, OnnxTensor> inputs = new HashMap<>();
  private final OnnxTensor nothing;
  private final OnnxTensor useCache;
  private OrtSession.@Nullable Result first;
  private OrtSession.@Nullable Result latest;

  /**
   * @param audio the encoder's output; closed by whoever ran it
   */
  MoonshineDecoding(OrtSession decoder, OnnxTensor audio) throws OrtException {
    this.decoder = decoder;
    nothing = Tensors.floats(new float[8 * 52], EMPTY_CACHE_SHAPE);
    useCache = Tensors.flag(true);
    inputs.put("encoder_hidden_states", audio);
    for (int layer = 0; layer < LAYERS; layer++) {
      for (String cache :
          new String[] {"decoder.key", "decoder.value", "encoder.key", "encoder.value"}) {
        inputs.put(past(layer, cache), nothing);
      }
    }
  }

  @Override
  public float[] scoresAfter(int token) throws OrtException {
    try (var ids = Tensors.longs(new long[] {token}, 1, 1)) {
      inputs.put("input_ids", ids);
      if (first == null) {
        try (var firstStep = Tensors.flag(false)) {
          inputs.put("use_cache_branch", firstStep);
          first = decoder.run(inputs);
        }
        inputs.put("use_cache_branch", useCache);
        remember(first, "encoder");
        return scores(remember(first, "decoder"));
      }
      OrtSession.Result before = latest;
      latest = decoder.run(inputs);
      remember(latest, "decoder");
      if (before != null) {
        before.close();
      }
      return scores(latest);
    }
  }

  private OrtSession.Result remember(OrtSession.Result step, String attention) {
    for (int layer = 0; layer < LAYERS; layer++) {
      for (String part : new String[] {".key", ".value"}) {
        String cache = attention + part;
        inputs.put(past(layer, cache), tensor(step, "present." + layer + "." + cache));
      }
    }
    return step;
  }

  private static float[] scores(OrtSession.Result step) {
    var logits = tensor(step, "logits").getFloatBuffer();
    float[] scores = new float[logits.remaining()];
    logits.get(scores);
    return scores;
  }

  private static String past(int layer, String cache) {
    return "past_key_values." + layer + "." + cache;
  }

  private static OnnxTensor tensor(OrtSession.Result result, String name) {
    return (OnnxTensor) result.get(name).orElseThrow();
  }

  @Override
  public void close() {
    nothing.close();
    useCache.close();
    if (first != null) {
      first.close();
    }
    if (latest != null) {
      latest.close();
    }
  }
}
