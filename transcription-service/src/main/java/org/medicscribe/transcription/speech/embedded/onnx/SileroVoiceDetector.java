package org.medicscribe.transcription.speech.embedded.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Map;
import org.medicscribe.transcription.speech.embedded.VoiceDetector;

/** Silero VAD, version 5: half a percent of a core for each stream. */
final class SileroVoiceDetector implements VoiceDetector {

  /** The network wants the end of the frame before in front of each frame. */
  private static final int CONTEXT = 64;

  private static final int STATE = 2 * 128;
  private static final long SAMPLE_RATE = 16_000;

  private final OrtSession session;
  private final float[] input = new float[CONTEXT + FRAME];
  private final float[] state = new float[STATE];

  /**
   * @param session shared with other streams; closed by whoever opened it
   */
  SileroVoiceDetector(OrtSession session) {
    this.session = session;
  }

  @Override
  public float voiceProbability(float[] frame) {
    System.arraycopy(input, FRAME, input, 0, CONTEXT);
    System.arraycopy(frame, 0, input, CONTEXT, FRAME);
    try (var audio = Tensors.floats(input, 1, input.length);
        var before = Tensors.floats(state, 2, 1, 128);
        var rate = Tensors.longs(new long[] {SAMPLE_RATE}, 1);
        var result = session.run(Map.of("input", audio, "state", before, "sr", rate))) {
      tensor(result, "stateN").getFloatBuffer().get(state);
      return tensor(result, "output").getFloatBuffer().get(0);
    } catch (OrtException e) {
      throw new IllegalStateException("voice detection failed", e);
    }
  }

  private static OnnxTensor tensor(OrtSession.Result result, String name) {
    return (OnnxTensor) result.get(name).orElseThrow();
  }
}
