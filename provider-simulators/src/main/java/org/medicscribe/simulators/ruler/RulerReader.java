package org.medicscribe.simulators.ruler;

import java.nio.ByteBuffer;

/**
 * Turns audio back into the positions it came from, wherever it was cut, and even when a frame ends
 * inside a sample.
 *
 * <p>While the audio goes on as expected every sample is told at the end of the call that brought
 * it. After a break the reader needs one whole block, at most 31 samples, to find its place; it
 * then tells the samples before that block as well, down to the one at the break.
 *
 * <p>Belongs to one thread; allocates nothing per frame.
 */
public final class RulerReader {

  /** Told of the audio in the order of the stream, without gaps; neighbours are not merged. */
  public interface Listener {

    /**
     * Ruler audio.
     *
     * @param position where it stands in the ruler of {@code session}
     * @param at where it stands in the stream
     */
    void ruler(int session, long position, long at, int samples);

    /** Audio that is no ruler; the array is the reader's own and valid during the call only. */
    void foreign(long at, short[] samples, int from, int count);
  }

  /** Longest stretch in which a block may begin and end: what must be kept while searching. */
  private static final int KEPT = 2 * RulerBlock.SAMPLES;

  private final Listener listener;
  private final short[] expected = new short[RulerBlock.SAMPLES];
  private final short[] pending = new short[4 * KEPT];
  private int pendingCount;
  private boolean locked;
  private int session;
  private long position;
  private long at;
  private int run;
  private int halfSample = -1;

  public RulerReader(Listener listener) {
    this.listener = listener;
  }

  /** Samples taken so far; those still undecided are counted too. */
  public long samples() {
    return at + run + pendingCount;
  }

  public void read(byte[] pcm) {
    read(pcm, 0, pcm.length);
  }

  public void read(byte[] pcm, int offset, int length) {
    int end = offset + length;
    int next = offset;
    if (halfSample >= 0 && length > 0) {
      sample((short) (pcm[next++] << 8 | halfSample));
      halfSample = -1;
    }
    for (; next + 1 < end; next += 2) {
      sample((short) (pcm[next + 1] << 8 | (pcm[next] & 0xFF)));
    }
    if (next < end) {
      halfSample = pcm[next] & 0xFF;
    }
    tellRun();
  }

  /** Reads all that remains in {@code pcm}. */
  public void read(ByteBuffer pcm) {
    if (halfSample >= 0 && pcm.hasRemaining()) {
      sample((short) (pcm.get() << 8 | halfSample));
      halfSample = -1;
    }
    while (pcm.remaining() >= 2) {
      int low = pcm.get() & 0xFF;
      sample((short) (pcm.get() << 8 | low));
    }
    if (pcm.hasRemaining()) {
      halfSample = pcm.get() & 0xFF;
    }
    tellRun();
  }

  /** The audio ends here, or is flushed: what is still undecided is foreign. */
  public void flush() {
    tellForeign(pendingCount);
  }

  private void sample(short sample) {
    if (locked) {
      int offset = (int) (position % RulerBlock.SAMPLES);
      if (expected[offset] == sample) {
        run++;
        position++;
        if (offset == RulerBlock.SAMPLES - 1) {
          RulerBlock.write(session, position / RulerBlock.SAMPLES, expected);
        }
        return;
      }
      tellRun();
      locked = false;
    }
    if (pendingCount == pending.length) {
      tellForeign(pendingCount - KEPT);
    }
    pending[pendingCount++] = sample;
    if (RulerBlock.endsAt(pending, pendingCount)) {
      lock(pendingCount - RulerBlock.SAMPLES);
    }
  }

  private void lock(int blockStart) {
    int found = RulerBlock.session(pending, blockStart);
    long number = RulerBlock.number(pending, blockStart);
    if (found > RulerSignal.MAX_SESSION) {
      return;
    }
    RulerBlock.write(found, number, expected);
    if (!RulerBlock.equalsAt(expected, pending, blockStart)) {
      return;
    }
    int start = blockStart;
    if (number > 0) {
      RulerBlock.write(found, number - 1, expected);
      int offset = RulerBlock.SAMPLES;
      while (start > 0 && offset > 0 && pending[start - 1] == expected[offset - 1]) {
        start--;
        offset--;
      }
    }
    tellForeign(start);
    session = found;
    run = pendingCount;
    pendingCount = 0;
    position = (number + 1) * RulerBlock.SAMPLES;
    RulerBlock.write(session, number + 1, expected);
    locked = true;
  }

  private void tellRun() {
    if (run > 0) {
      int samples = run;
      long start = at;
      run = 0;
      at += samples;
      listener.ruler(session, position - samples, start, samples);
    }
  }

  private void tellForeign(int count) {
    if (count > 0) {
      long start = at;
      at += count;
      listener.foreign(start, pending, 0, count);
      pendingCount -= count;
      System.arraycopy(pending, count, pending, 0, pendingCount);
    }
  }
}
