package org.medicscribe.gateway.socket;

import io.vertx.core.Context;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.medicscribe.edge.catalogue.ProblemType;
import org.medicscribe.events.AudioEvent.StopReason;
import org.medicscribe.events.CloseCode;
import org.medicscribe.events.Decoded;
import org.medicscribe.events.LiveEvent;
import org.medicscribe.events.NoteEvent;
import org.medicscribe.events.TranscriptEvent;
import org.medicscribe.gateway.audio.AudioPublisher.Publication;
import org.medicscribe.gateway.audio.AudioPublisher.Receipt;
import org.medicscribe.gateway.audio.AudioPublisher.RecordingAudio;
import org.medicscribe.gateway.encounter.Visitor;
import org.medicscribe.gateway.session.Holder;
import org.medicscribe.gateway.session.RecordingSession;
import org.medicscribe.gateway.session.Refusal;
import org.medicscribe.gateway.session.RefusalReason;
import org.medicscribe.gateway.session.Step;
import org.medicscribe.gateway.session.Ticket;
import org.medicscribe.gateway.socket.RecorderAdmission.Admission;
import org.medicscribe.gateway.updates.EncounterListener;

/**
 * One socket while it is open: brings what comes in to its {@link RecordingSession}, and carries
 * out the step that follows. Lives on the event loop of its connection; whatever comes from another
 * thread is brought there first.
 */
final class OpenSocket implements EncounterListener, SocketPlaces.Guest {

  private static final Logger LOG = Logger.getLogger(OpenSocket.class);

  /** Of RFC 6455: the purpose of the connection is fulfilled. */
  private static final int NORMAL = CloseCode.DONE.code();

  private final Visitor visitor;
  private final RecordingSession session;
  private final Outbox outbox;
  private final RecorderAdmission admission;
  private final AckGate<Ticket> acknowledgements;
  private final SocketMetrics metrics;
  private final SocketPlaces places;
  private final Context context;
  private @Nullable RecordingAudio audio;
  private @Nullable Long idleTimer;
  private @Nullable Runnable onClosed;
  private boolean hasOutlivedItsToken;

  OpenSocket(
      Visitor visitor,
      RecordingSession session,
      Outbox outbox,
      RecorderAdmission admission,
      BooleanSupplier hasHeardOfAllClaims,
      SocketMetrics metrics,
      SocketPlaces places,
      Context context) {
    this.visitor = visitor;
    this.session = session;
    this.outbox = outbox;
    this.admission = admission;
    this.acknowledgements =
        new AckGate<>(
            hasHeardOfAllClaims,
            session::mayAcknowledge,
            (delay, task) -> context.owner().setTimer(delay.toMillis(), _ -> task.run()),
            ticket -> carryOut(session.acknowledged(ticket)));
    this.metrics = metrics;
    this.places = places;
    this.context = context;
  }

  /** Does this when the connection is gone. */
  void onClosed(Runnable task) {
    onClosed = task;
  }

  /** Nobody watches without a token that holds; a recording goes on to its end. */
  void tokenExpired() {
    hasOutlivedItsToken = true;
    if (idleTimer == null) {
      refuse(RefusalReason.UNAUTHENTICATED);
    }
  }

  boolean hasOutlivedItsToken() {
    return hasOutlivedItsToken;
  }

  Visitor visitor() {
    return visitor;
  }

  void receiveText(Decoded<ClientFrame> frame) {
    switch (frame) {
      case Decoded.Known<ClientFrame>(ClientFrame known) -> receive(known);
      case Decoded.UnknownType<ClientFrame> _ -> refuse(RefusalReason.UNKNOWN_TYPE);
      case Decoded.Malformed<ClientFrame> _ -> carryOut(session.unreadableText());
    }
  }

  void receiveBinary(Decoded<ClientFrame> frame) {
    switch (frame) {
      case Decoded.Known<ClientFrame>(ClientFrame known) -> receive(known);
      case Decoded.UnknownType<ClientFrame> _, Decoded.Malformed<ClientFrame> _ ->
          refuse(RefusalReason.MALFORMED_FRAME);
    }
  }

  private void receive(ClientFrame frame) {
    carryOut(
        switch (frame) {
          case ClientFrame.Audio samples -> session.audio(samples.first(), samples.pcm());
          case ClientFrame.Start start ->
              session.start(start.from(), start.recorderId(), start.takeOver());
          case ClientFrame.Pause _ -> session.pause();
          case ClientFrame.Resume _ -> session.resume();
          case ClientFrame.Missed missed -> session.missed(missed.through());
          case ClientFrame.Stop stop -> session.stop(stop.totalSamples());
        });
  }

  void refuse(RefusalReason reason) {
    carryOut(session.refuse(Refusal.of(reason)));
  }

  void refuse(Refusal refusal) {
    carryOut(session.refuse(refusal));
  }

  /** Nothing is told of this visit any more. */
  void finish() {
    carryOut(session.finish());
  }

  @Override
  public String user() {
    return visitor.caller().tenant() + "/" + visitor.caller().subject();
  }

  @Override
  public void evict(RefusalReason reason) {
    context.runOnContext(_ -> refuse(reason));
  }

  /** The connection is gone, whoever closed it. */
  void closed() {
    if (onClosed != null) {
      onClosed.run();
    }
    leaveRecording();
    places.leave(this);
    outbox.closed();
    session.closed();
  }

  @Override
  public void on(TranscriptEvent event) {
    UpdateFrames.of(event).ifPresent(frame -> context.runOnContext(_ -> send(frame)));
  }

  @Override
  public void on(NoteEvent event) {
    UpdateFrames.of(event).ifPresent(frame -> context.runOnContext(_ -> send(frame)));
  }

  @Override
  public void on(LiveEvent event) {
    Optional<ServerFrame> frame = UpdateFrames.of(event);
    context.runOnContext(_ -> {
      frame.ifPresent(this::send);
      if (event instanceof LiveEvent.EncounterChanged changed) {
        carryOut(session.encounterIs(changed.state()));
      } else if (event instanceof LiveEvent.RecorderClaimed claimed) {
        carryOut(session.claimedBy(Holder.announced(claimed.recorderId(), claimed.claim())));
      }
    });
  }

  private void carryOut(Step step) {
    switch (step) {
      case Step.Nothing _ -> {}
      case Step.Claim claim -> claim(claim);
      case Step.SayReady ready -> ready(ready);
      case Step.Publish samples -> publish(samples);
      case Step.Keep(Ticket ticket) -> acknowledgements.safe(ticket);
      case Step.PublishEnd end -> publish(end);
      case Step.PublishLast last -> {
        publish(last.samples());
        publish(last.end());
      }
      case Step.Acknowledge safe -> send(new ServerFrame.Ack(safe.through()));
      case Step.SayStopped stopped -> stopped(stopped);
      case Step.Finish _ -> outbox.close(NORMAL, "finished");
      case Step.Refuse(Refusal refusal) -> close(refusal);
    }
  }

  private void claim(Step.Claim claim) {
    places.records(this);
    admission
        .admit(visitor, claim)
        .onSuccess(decision -> {
          switch (decision) {
            case Admission.Granted granted -> {
              audio = granted.audio();
              carryOut(
                  session.granted(
                      granted.holder(), granted.begin(), granted.stored(), granted.isFirst()));
            }
            case Admission.Refused refused -> refuse(refused.refusal());
          }
        });
  }

  private void ready(Step.SayReady ready) {
    if (idleTimer == null) {
      metrics.recordingStarted();
      idleTimer =
          context
              .owner()
              .setPeriodic(
                  ready.limits().idle().dividedBy(4).toMillis(), _ -> carryOut(session.tick()));
    }
    send(
        new ServerFrame.Ready(
            ready.next(),
            ready.limits().window(),
            ready.limits().maxFrameSamples(),
            ready.limits().maxTotalSamples()));
  }

  private void publish(Step.Publish samples) {
    audio().samples(samples.first(), samples.pcm(), receiptFor(samples.ticket()));
  }

  private void publish(Step.PublishEnd end) {
    audio().stopped(end.stopped(), receiptFor(end.ticket()));
  }

  private Receipt receiptFor(Ticket ticket) {
    return publication -> context.runOnContext(_ -> arrived(ticket, publication));
  }

  private void arrived(Ticket ticket, Publication publication) {
    switch (publication) {
      case SAFE -> acknowledgements.safe(ticket);
      case BUSY -> refuse(RefusalReason.SERVICE_BUSY);
      case FAILED -> refuse(RefusalReason.KAFKA_UNAVAILABLE);
    }
  }

  private void stopped(Step.SayStopped step) {
    leaveRecording();
    places.watches(this);
    send(new ServerFrame.Ack(step.stopped().totalSamples()));
    send(new ServerFrame.Stopped(step.stopped().totalSamples()));
    if (step.stopped().reason() == StopReason.LIMIT_REACHED) {
      refuse(RefusalReason.TOO_LONG);
    } else if (hasOutlivedItsToken) {
      refuse(RefusalReason.UNAUTHENTICATED);
    }
  }

  private void send(ServerFrame frame) {
    if (!outbox.send(frame)) {
      refuse(RefusalReason.SLOW_READER);
    }
  }

  private void close(Refusal refusal) {
    RefusalReason reason = refusal.reason();
    ProblemType problem = reason.problem();
    leaveRecording();
    metrics.refused(reason);
    LOG.infof(
        "encounterId=%s socket is refused reason=%s errorKind=%s",
        visitor.encounterId(), problem.code(), problem.kind());
    boolean _ = outbox.send(ServerFrame.Failed.of(refusal));
    outbox.close(reason.closeCode().code(), problem.code());
  }

  private void leaveRecording() {
    audio = null;
    acknowledgements.close();
    if (idleTimer != null) {
      context.owner().cancelTimer(idleTimer);
      idleTimer = null;
      metrics.recordingEnded();
    }
  }

  private RecordingAudio audio() {
    if (audio == null) {
      throw new IllegalStateException("a recorder that nobody let in");
    }
    return audio;
  }
}
