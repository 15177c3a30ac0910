package org.medicscribe.transcription.speech.embedded;

import java.nio.ByteBuffer;
import org.medicscribe.events.FailureKind;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.transcription.speech.SpeechResult;
import org.medicscribe.transcription.speech.SpeechStream;
import org.medicscribe.transcription.speech.embedded.RecognitionScheduler.Lane;
import org.medicscribe.transcription.speech.embedded.RecognitionScheduler.Urgency;

/** The caller's side of a stream: leaves audio in the inbox and asks for it to be heard. */
final class EmbeddedStream implements SpeechStream {

  private final AudioInbox inbox;
  private final StreamRecognition recognition;
  private final ResultSink results;
  private final Lane lane;
  private final long mostPending;

  EmbeddedStream(
      AudioInbox inbox,
      StreamRecognition recognition,
      ResultSink results,
      Lane lane,
      EmbeddedSettings settings) {
    this.inbox = inbox;
    this.recognition = recognition;
    this.results = results;
    this.lane = lane;
    this.mostPending = SampleIndex.samplesIn(settings.mostPending());
  }

  @Override
  public void send(ByteBuffer pcm) {
    if (results.isClosed()) {
      return;
    }
    if (pendingSamples() + pcm.remaining() / SampleIndex.BYTES > mostPending) {
      recognition.doom(
          new SpeechResult.Failed(
              FailureKind.CAPACITY,
              "embedded-overrun",
              "More audio came than this machine can recognise; add workers or machines."));
    } else {
      inbox.append(pcm);
    }
    lane.request(Urgency.LISTEN);
  }

  @Override
  public void flush() {
    inbox.pause();
    lane.request(Urgency.LISTEN);
  }

  @Override
  public void finish() {
    inbox.pause();
    recognition.finish();
    lane.request(Urgency.LISTEN);
  }

  @Override
  public void abort() {
    results.close();
    lane.withdraw();
  }

  @Override
  public long pendingSamples() {
    return inbox.waiting() + recognition.unreadSamples();
  }
}
