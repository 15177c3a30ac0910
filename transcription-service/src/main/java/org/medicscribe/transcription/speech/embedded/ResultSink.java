package org.medicscribe.transcription.speech.embedded;

import java.util.function.Consumer;
import org.medicscribe.transcription.speech.SpeechResult;

/** Delivers results one at a time, none after the last one and none after {@link #close}. */
final class ResultSink {

  private final Consumer<SpeechResult> consumer;
  private boolean closed;

  ResultSink(Consumer<SpeechResult> consumer) {
    this.consumer = consumer;
  }

  synchronized void deliver(SpeechResult result) {
    if (closed) {
      return;
    }
    closed =
        switch (result) {
          case SpeechResult.Ended _, SpeechResult.Failed _ -> true;
          case SpeechResult.Interim _,
              SpeechResult.Final _,
              SpeechResult.Revised _,
              SpeechResult.Delayed _ ->
              false;
        };
    consumer.accept(result);
  }

  /** Returns once no delivery is under way. */
  synchronized void close() {
    closed = true;
  }

  synchronized boolean isClosed() {
    return closed;
  }
}
