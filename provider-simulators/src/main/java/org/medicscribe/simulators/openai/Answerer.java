package org.medicscribe.simulators.openai;

/** Decides what the model says; called on the server's loop, so it must not block. */
@FunctionalInterface
public interface Answerer {

  /** The content of the answer: JSON when the request brings a schema, else text. */
  String answer(ChatRequest request);
}
