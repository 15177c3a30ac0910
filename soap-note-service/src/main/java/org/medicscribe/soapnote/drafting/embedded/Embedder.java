package org.medicscribe.soapnote.drafting.embedded;

/** Places sentences in a space where nearness is likeness of meaning. */
interface Embedder {

  /** A vector of length one. Blocks for milliseconds; may be called by several threads. */
  float[] embed(String text);
}
