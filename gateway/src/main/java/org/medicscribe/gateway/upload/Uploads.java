package org.medicscribe.gateway.upload;

import static java.util.Objects.requireNonNull;

import io.quarkus.virtual.threads.VirtualThreads;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import org.medicscribe.audiofiles.AudioFile;
import org.medicscribe.audiofiles.Decoder;
import org.medicscribe.audiofiles.Sound;
import org.medicscribe.audiofiles.decoder.ChildDecoder;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.gateway.audio.AudioPublisher;
import org.medicscribe.gateway.encounter.RecorderClaim;
import org.medicscribe.gateway.encounter.StorageAnswer;
import org.medicscribe.gateway.encounter.StorageClient;
import org.medicscribe.gateway.encounter.Visitor;
import org.medicscribe.gateway.session.Refusal;
import org.medicscribe.gateway.updates.Watchers;
import org.medicscribe.gateway.upload.Upload.Outcome;

/**
 * Takes finished recordings whose sender was let in. What the header of a file and the length of
 * its request can tell is refused before anything is claimed or published.
 */
@Singleton
class Uploads {

  /** The length of a request is not only sound: what else is in a file looks like so much of it. */
  private static final long HEADER_SAMPLES = SampleIndex.PER_SECOND;

  private final StorageClient storage;
  private final AudioPublisher publisher;
  private final Watchers watchers;
  private final UploadConfig config;
  private final ExecutorService threads;
  private final Decoder decoder;

  Uploads(
      StorageClient storage,
      AudioPublisher publisher,
      Watchers watchers,
      UploadConfig config,
      @VirtualThreads ExecutorService threads) {
    this.storage = storage;
    this.publisher = publisher;
    this.watchers = watchers;
    this.config = config;
    this.threads = threads;
    this.decoder = ChildDecoder.forThisMachine(config.maxDecoders());
  }

  /**
   * Succeeds when all of it is safe or refused, on the event loop it is called on. The file is read
   * on a thread of its own, which it may hold up.
   */
  Future<Outcome> take(Visitor visitor, OptionalLong length, InputStream file) {
    Context context = requireNonNull(Vertx.currentContext());
    Promise<Outcome> taken = Promise.promise();
    threads.execute(() -> {
      try {
        Outcome outcome = read(visitor, length, file);
        context.runOnContext(_ -> taken.complete(outcome));
      } catch (InterruptedException | RuntimeException failure) {
        context.runOnContext(_ -> taken.fail(failure));
      }
    });
    return taken.future();
  }

  private Outcome read(Visitor visitor, OptionalLong length, InputStream file)
      throws InterruptedException {
    try {
      FileIdentity identity = FileIdentity.read(file);
      return switch (AudioFile.open(identity.file(), decoder)) {
        case AudioFile.Opening.Refused(var why) -> new Outcome.Unreadable(why);
        case AudioFile.Opening.Readable(var sound) -> {
          try (sound) {
            yield take(visitor, length, identity.recorderId(), sound);
          }
        }
      };
    } catch (BodyStream.Stalled tooSlow) {
      return new Outcome.Stalled();
    } catch (IOException senderIsGone) {
      return new Outcome.BrokenOff();
    }
  }

  private Outcome take(Visitor visitor, OptionalLong length, String recorderId, Sound sound)
      throws IOException, InterruptedException {
    if (length.isPresent()
        && sound.samplesIn(length.getAsLong())
            > SampleIndex.samplesIn(config.maxLength()) + HEADER_SAMPLES) {
      return new Outcome.TooLong(config.maxLength());
    }
    StorageAnswer answer =
        storage
            .claim(visitor, RecorderClaim.whole(recorderId))
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    return switch (answer) {
      case StorageAnswer.Refused(Refusal refusal) -> new Outcome.Refused(refusal);
      case StorageAnswer.Granted granted -> {
        Upload upload =
            new Upload(
                publisher.open(
                    visitor.encounterId(),
                    granted.encounter().settings(),
                    granted.encounter().holder().claim(),
                    AudioPublisher.Source.FILE),
                config);
        watchers.add(visitor.encounterId(), upload);
        try {
          yield upload.run(sound);
        } finally {
          watchers.remove(visitor.encounterId(), upload);
        }
      }
    };
  }
}
