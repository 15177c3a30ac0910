package org.medicscribe.simulators.deepgram;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.medicscribe.simulators.ruler.RulerReport;
import org.medicscribe.simulators.ruler.RulerWord;

/**
 * What one stream brought and what it was told. Written by the server's loop, read by any thread.
 */
public final class StreamRecord {

  /** Where a stream stands. */
  public enum State {
    OPEN,
    /** The provider ended it. */
    ENDED,
    /** The client, or the network, ended it. */
    LEFT
  }

  /**
   * A stream as it stands now.
   *
   * @param headers of the request, without any that hold a secret
   * @param aheadSeconds the most by which any stretch of audio ran ahead of 1.25 x real time
   * @param framesTooFast frames that came when the stream was more than two seconds ahead
   * @param closeCode null while it is open and when it broke without one
   */
  public record Summary(
      String requestId,
      Map<String, List<String>> query,
      Map<String, String> headers,
      Instant openedAt,
      State state,
      @Nullable Integer closeCode,
      long samples,
      long frames,
      long keepAlives,
      long finalizes,
      long closeStreams,
      long unknownMessages,
      long interims,
      long finals,
      double averagePace,
      double aheadSeconds,
      long framesTooFast,
      List<Integer> sessions,
      String heard) {}

  private final String requestId;
  private final Map<String, List<String>> query;
  private final Map<String, String> headers;
  private final Instant openedAt = Instant.now();
  private final Pace pace = new Pace();

  /** Session, position in the ruler up to which audio is there. */
  private final Times arrivals = new Times();

  /** Session, last ruler word, whether the result is final. */
  private final Times results = new Times();

  private RulerReport heard = new RulerReport();
  private State state = State.OPEN;
  private @Nullable Integer closeCode;
  private long samples;
  private long frames;
  private long keepAlives;
  private long finalizes;
  private long closeStreams;
  private long unknownMessages;
  private long interims;
  private long finals;

  StreamRecord(String requestId, Map<String, List<String>> query, Map<String, String> headers) {
    this.requestId = requestId;
    this.query = query;
    this.headers = headers;
  }

  public String requestId() {
    return requestId;
  }

  public Map<String, List<String>> query() {
    return query;
  }

  public Map<String, String> headers() {
    return headers;
  }

  public synchronized boolean isOpen() {
    return state == State.OPEN;
  }

  /** What stood in the audio so far. */
  public synchronized RulerReport heard() {
    return heard.copy();
  }

  public synchronized Summary summary() {
    return new Summary(
        requestId,
        query,
        headers,
        openedAt,
        state,
        closeCode,
        samples,
        frames,
        keepAlives,
        finalizes,
        closeStreams,
        unknownMessages,
        interims,
        finals,
        pace.average(),
        pace.ahead(),
        pace.framesTooFast(),
        List.copyOf(heard.sessions()),
        heard.toString());
  }

  Instant openedAt() {
    return openedAt;
  }

  /** Takes note of a frame that was heard; tells whether it came too fast. */
  synchronized boolean isFrameTooFast(RulerReport account, long total, double seconds) {
    heard = account;
    samples = total;
    frames++;
    List<RulerReport.Run> runs = account.runs();
    if (!runs.isEmpty()) {
      RulerReport.Run last = runs.getLast();
      arrivals.add(last.session(), last.end(), 0);
    }
    return pace.isTooFast(seconds, System.nanoTime());
  }

  synchronized void keepAlive() {
    keepAlives++;
  }

  synchronized void finalizing() {
    finalizes++;
  }

  synchronized void closeStream() {
    closeStreams++;
  }

  synchronized void unknownMessage() {
    unknownMessages++;
  }

  synchronized void result(Segment segment) {
    if (segment.isFinal()) {
      finals++;
    } else {
      interims++;
    }
    RulerWord last = segment.words().isEmpty() ? null : segment.words().getLast().ruler();
    if (last != null) {
      results.add(last.session(), last.index(), segment.isFinal() ? 1 : 0);
    }
  }

  synchronized void ended(int code) {
    if (state == State.OPEN) {
      state = State.ENDED;
      closeCode = code;
    }
  }

  synchronized void left(@Nullable Short code) {
    if (state == State.OPEN) {
      state = State.LEFT;
      closeCode = code == null ? null : code.intValue();
    }
  }

  synchronized void appendTo(ArrivalTable table) {
    table.append(arrivals, results);
  }
}
