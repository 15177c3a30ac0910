package org.medicscribe.transcription.speech;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.medicscribe.events.FailureKind;
import org.medicscribe.events.LiveEvent.DelayReason;

/** What a recogniser says; positions are samples counted from the stream's first sample. */
public sealed interface SpeechResult {

  /** The best guess so far for audio not yet covered by a final; each one replaces the last. */
  record Interim(long start, long end, List<SpokenWord> words) implements SpeechResult {
    public Interim {
      words = List.copyOf(words);
    }
  }

  /**
   * Never revised. Finals are contiguous: each starts where the last one ended. No words: nothing
   * was said there, unless {@code inaudible} says that somebody spoke and was not understood.
   */
  record Final(long start, long end, List<SpokenWord> words, boolean inaudible)
      implements SpeechResult {
    public Final {
      words = List.copyOf(words);
    }
  }

  /**
   * Whose the turns of this recording are as far as is known by now, streams before this one
   * included.
   *
   * @param speakers the number of the speaker, by {@link SpokenWord#turn}
   */
  record Revised(Map<Integer, Integer> speakers) implements SpeechResult {
    public Revised {
      speakers = Map.copyOf(speakers);
    }
  }

  /** Results lag behind the audio by this much, and the user should know; zero: caught up. */
  record Delayed(Duration behind, DelayReason reason) implements SpeechResult {}

  /** All audio is covered by finals, and the stream has ended as asked. */
  record Ended() implements SpeechResult {}

  /**
   * The stream is dead; what no final covers must be sent again to a new one.
   *
   * @param code stable, for example {@code deepgram-unauthorized}
   * @param advice what an operator should do; holds no patient text
   * @param reason what the user is told of it
   */
  record Failed(FailureKind kind, String code, String advice, DelayReason reason)
      implements SpeechResult {

    /** For all that the kind says enough about. */
    public Failed(FailureKind kind, String code, String advice) {
      this(
          kind,
          code,
          advice,
          switch (kind) {
            case EXTERNAL -> DelayReason.PROVIDER_UNREACHABLE;
            case CAPACITY -> DelayReason.PROVIDER_BUSY;
            case CALLER, INTERNAL -> DelayReason.PROVIDER_REFUSES;
          });
    }
  }
}
