package org.medicscribe.transcription.testing;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.medicscribe.events.EngineName;
import org.medicscribe.events.FailureKind;
import org.medicscribe.simulators.ruler.RulerReader;
import org.medicscribe.simulators.ruler.RulerWord;
import org.medicscribe.transcription.speech.SpeechRecognizer;
import org.medicscribe.transcription.speech.SpeechRequest;
import org.medicscribe.transcription.speech.SpeechResult;
import org.medicscribe.transcription.speech.SpeechStream;
import org.medicscribe.transcription.speech.SpokenWord;

/** Hears the words of the ruler; says them when, and as far as, the test asks. */
public final class RulerRecognizer implements SpeechRecognizer {

  private final List<Stream> streams = new ArrayList<>();

  @Override
  public Stream open(SpeechRequest request, Consumer<SpeechResult> results) {
    Stream stream = new Stream(results);
    streams.add(stream);
    return stream;
  }

  @Override
  public EngineName engine() {
    return new EngineName("ruler", true);
  }

  @Override
  public List<String> languages() {
    return List.of("en");
  }

  /** In the order of their opening. */
  public List<Stream> streams() {
    return streams;
  }

  public Stream last() {
    return streams.getLast();
  }

  /** One stream. */
  public static final class Stream implements SpeechStream {

    private record Run(int session, long position, long at, int samples) {}

    private final Consumer<SpeechResult> results;
    private final List<Run> runs = new ArrayList<>();
    private final RulerReader reader =
        new RulerReader(
            new RulerReader.Listener() {
              @Override
              public void ruler(int session, long position, long at, int samples) {
                runs.add(new Run(session, position, at, samples));
                decided = at + samples;
              }

              @Override
              public void foreign(long at, short[] samples, int from, int count) {
                decided = at + count;
              }
            });
    private long decided;
    private long pending;
    private long answered;
    private boolean flushed;
    private boolean finishing;
    private boolean aborted;

    private Stream(Consumer<SpeechResult> results) {
      this.results = results;
    }

    @Override
    public void send(ByteBuffer pcm) {
      if (pcm.remaining() == 0 || finishing || aborted) {
        throw new IllegalStateException("nothing, or too late");
      }
      reader.read(pcm.duplicate());
    }

    @Override
    public void flush() {
      flushed = true;
    }

    @Override
    public void finish() {
      reader.flush();
      finishing = true;
    }

    @Override
    public void abort() {
      aborted = true;
    }

    @Override
    public long pendingSamples() {
      return pending;
    }

    /** Pretends not to have taken this much. */
    public void pending(long samples) {
      pending = samples;
    }

    /** Samples understood; the ruler's last few may still be undecided. */
    public long heard() {
      return decided;
    }

    public long unanswered() {
      return heard() - answered;
    }

    public boolean isFlushed() {
      return flushed;
    }

    public boolean isFinishing() {
      return finishing && !aborted;
    }

    public boolean isAborted() {
      return aborted;
    }

    /** Makes the next {@code samples} final. */
    public void say(long samples) {
      long end = Math.min(heard(), answered + samples);
      List<SpokenWord> words = words(answered, end);
      long start = answered;
      answered = end;
      tell(new SpeechResult.Final(start, end, words, false));
    }

    /** Makes all of it final, and ends if asked to. */
    public void sayAll() {
      if (unanswered() > 0) {
        say(unanswered());
      }
      if (finishing) {
        tell(new SpeechResult.Ended());
        aborted = true;
      }
    }

    public void guess() {
      tell(new SpeechResult.Interim(answered, heard(), words(answered, heard())));
    }

    public void fail(FailureKind kind) {
      tell(new SpeechResult.Failed(kind, "test-" + kind, "none"));
    }

    public void tell(SpeechResult result) {
      if (!aborted) {
        results.accept(result);
      }
    }

    private List<SpokenWord> words(long from, long to) {
      List<SpokenWord> words = new ArrayList<>();
      for (Run run : runs) {
        long first = Math.max(run.position(), run.position() + from - run.at());
        long end = Math.min(run.position() + run.samples(), run.position() + to - run.at());
        for (long index = first / RulerWord.SAMPLES; index * RulerWord.SAMPLES < end; index++) {
          RulerWord word = new RulerWord(run.session(), index);
          if (word.middle() >= first && word.middle() < end) {
            long middle = word.middle() - run.position() + run.at();
            long half = Math.min(RulerWord.SAMPLES / 2, middle);
            words.add(
                new SpokenWord(word.token(), middle - half, middle + half, 0.9, word.speaker()));
          }
        }
      }
      return words;
    }
  }
}
