package org.medicscribe.gateway.audio;

import org.medicscribe.events.AudioEvent.RecordingStopped;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.RecordingSettings;
import org.medicscribe.events.SampleIndex;

/** Takes the audio of recordings to where it is safe. */
public interface AudioPublisher {

  /**
   * Everything that belongs to all records of one recorder is made here, once.
   *
   * @param claim by which storage-service has let the recorder in
   * @param source who pays for the memory of what is on its way
   */
  RecordingAudio open(
      EncounterId encounterId, RecordingSettings settings, long claim, Source source);

  /** Whether one more recording may begin, or those that run need what memory is left. */
  boolean hasRoomForAnother();

  /** Where audio comes from. */
  enum Source {
    /** A recorder; each publication is charged by itself. */
    LIVE,
    /** A file, which was charged as a whole before it was let in. */
    FILE
  }

  /**
   * The audio of one recording, kept in the order of the calls. No method blocks, and each calls
   * its receipt exactly once, on any thread.
   */
  interface RecordingAudio {

    /** Samples that begin at {@code first}; the array is not touched afterwards. */
    void samples(SampleIndex first, byte[] pcm, Receipt receipt);

    /** What recorders of earlier claims have sent ends here. */
    void changed(Receipt receipt);

    /** No more samples follow. */
    void stopped(RecordingStopped stopped, Receipt receipt);
  }

  /** Told what became of one publication. */
  @FunctionalInterface
  interface Receipt {
    void arrived(Publication publication);
  }

  /** What became of it. */
  enum Publication {
    /** All replicas in sync have it. */
    SAFE,
    /** Too much waits to be sent. */
    BUSY,
    /** Kafka did not take it in time. */
    FAILED
  }
}
