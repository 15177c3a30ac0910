package org.medicscribe.gateway.session;

import org.medicscribe.events.AudioEvent.RecordingStopped;
import org.medicscribe.events.SampleIndex;

/** What the owner of a {@link RecordingSession} has to do next. */
public sealed interface Step {

  record Nothing() implements Step {}

  /** Ask storage-service, then call {@link RecordingSession#granted} or close with its refusal. */
  record Claim(String recorderId, boolean takeOver, SampleIndex from) implements Step {}

  /** Tell the recorder where to go on, and within which limits. */
  record SayReady(SampleIndex next, SessionLimits limits) implements Step {}

  /** Publish the samples, and hand the ticket back when Kafka has them. */
  record Publish(SampleIndex first, byte[] pcm, Ticket ticket) implements Step {}

  /** The samples are kept already: hand the ticket back at once. */
  record Keep(Ticket ticket) implements Step {}

  /** Publish the end of the recording, and hand the ticket back when Kafka has it. */
  record PublishEnd(RecordingStopped stopped, Ticket ticket) implements Step {}

  /** The last samples that fit, then the end. */
  record PublishLast(Publish samples, PublishEnd end) implements Step {}

  /** Tell the recorder that everything before is safe. */
  record Acknowledge(SampleIndex through) implements Step {}

  /** The recording is complete and safe. */
  record SayStopped(RecordingStopped stopped) implements Step {}

  /** Nothing more is to be told: close the socket. */
  record Finish() implements Step {}

  /** Tell why, then close the socket; the session ignores whatever comes after. */
  record Refuse(Refusal refusal) implements Step {}
}
