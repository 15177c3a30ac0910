package org.medicscribe.soapnote.drafting.embedded;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;

/**
 * all-MiniLM-L6-v2, quantised, 384 dimensions, run in this process: the one class that knows of the
 * model and of its native library. Loading takes about a second, at the first use.
 */
final class MiniLmEmbedder implements Embedder {

  /** Loaded with the holder's class, so that the first caller pays and all others wait. */
  private static final class Loaded {
    /** On the caller's thread: the model itself spreads each sentence over the cores. */
    static final EmbeddingModel MODEL = new AllMiniLmL6V2QuantizedEmbeddingModel(Runnable::run);
  }

  @Override
  public float[] embed(String text) {
    return Loaded.MODEL.embed(text).content().vector();
  }
}
