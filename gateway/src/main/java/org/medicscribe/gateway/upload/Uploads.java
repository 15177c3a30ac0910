package org.medicscribe.gateway.upload;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
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
import org.medicscribe.gateway.session.RefusalReason;
import org.medicscribe.gateway.updates.Watchers;
import org.medicscribe.gateway.upload.Upload.Outcome;

/**
 * Takes finished recordings, a bounded number at once. What the header of a file and the length of
 * its request can tell is refused before anything is claimed or published.
 */
@Singleton
class Uploads {

  private final StorageClient storage;
  private final AudioPublisher publisher;
  private final Watchers watchers;
  private final UploadConfig config;
  private final Semaphore free;
  private final Decoder decoder;

  /** The length of a request is not only sound: what else is in a file looks like so much of it. */
  private static final long HEADER_SAMPLES = SampleIndex.PER_SECOND;

  Uploads(StorageClient storage, AudioPublisher publisher, Watchers watchers, UploadConfig config) {
    this.storage = storage;
    this.publisher = publisher;
    this.watchers = watchers;
    this.config = config;
    this.free = new Semaphore(config.maxUploads());
    this.decoder = ChildDecoder.forThisMachine(config.maxDecoders());
  }

  /** Blocks until all of it is safe or refused; to be called on a virtual thread. */
  Outcome take(Visitor visitor, @Nullable Long length, InputStream file)
      throws InterruptedException {
    if (!free.tryAcquire()) {
      return new Outcome.Refused(Refusal.of(RefusalReason.SERVICE_BUSY));
    }
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
    } catch (IOException senderIsGone) {
      return new Outcome.BrokenOff();
    } finally {
      free.release();
    }
  }

  private Outcome take(Visitor visitor, @Nullable Long length, String recorderId, Sound sound)
      throws IOException, InterruptedException {
    if (length != null
        && sound.samplesIn(length) > SampleIndex.samplesIn(config.maxLength()) + HEADER_SAMPLES) {
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
                    granted.encounter().holder().claim()),
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
