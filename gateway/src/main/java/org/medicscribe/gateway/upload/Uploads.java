package org.medicscribe.gateway.upload;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
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

  Uploads(StorageClient storage, AudioPublisher publisher, Watchers watchers, UploadConfig config) {
    this.storage = storage;
    this.publisher = publisher;
    this.watchers = watchers;
    this.config = config;
    this.free = new Semaphore(config.maxUploads());
  }

  /** Blocks until all of it is safe or refused; to be called on a virtual thread. */
  Outcome take(Visitor visitor, @Nullable Long length, InputStream file)
      throws InterruptedException {
    if (!free.tryAcquire()) {
      return new Outcome.Refused(Refusal.of(RefusalReason.SERVICE_BUSY));
    }
    try {
      return switch (WavHeader.read(file)) {
        case WavHeader.Empty _ -> new Outcome.Empty();
        case WavHeader.Truncated _ -> new Outcome.Truncated();
        case WavHeader.Unsupported _ -> new Outcome.Unsupported();
        case WavHeader.Readable header -> take(visitor, length, header, file);
      };
    } catch (IOException senderIsGone) {
      return new Outcome.BrokenOff();
    } finally {
      free.release();
    }
  }

  private Outcome take(
      Visitor visitor, @Nullable Long length, WavHeader.Readable header, InputStream file)
      throws IOException, InterruptedException {
    if (header.samples().isPresent()
        && header.samples().getAsLong() > SampleIndex.samplesIn(config.maxLength())) {
      return new Outcome.TooLong(config.maxLength());
    }
    if (length != null && header.isCutOffAt(length)) {
      return new Outcome.Truncated();
    }
    FileIdentity identity = FileIdentity.read(header, file);
    StorageAnswer answer =
        storage
            .claim(visitor, RecorderClaim.whole(identity.recorderId()))
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
          yield upload.run(new WavReader(identity.samples(), header));
        } finally {
          watchers.remove(visitor.encounterId(), upload);
        }
      }
    };
  }
}
