package org.medicscribe.transcription.session;

import java.util.ArrayDeque;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.AudioEvent;
import org.medicscribe.events.AudioEvent.AudioChunk;
import org.medicscribe.events.AudioEvent.RecorderChanged;
import org.medicscribe.events.AudioEvent.RecordingStopped;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.transcription.session.AudioRoom.Arrival;

/**
 * The audio of one session that no confirmed final covers yet, with the log offsets it came from.
 *
 * <p>The only object shared by the thread that reads the log (it offers, and asks for the oldest
 * offset still needed) and the session's own (it takes, rewinds and releases). Bounded by its part
 * of the {@link AudioRoom}: an offer beyond it is refused, and the reader offers the same record
 * again later.
 */
public final class AudioHold {

  /** What the objects around the samples of a record weigh. */
  private static final long OVERHEAD = 200;

  private record Entry(long offset, AudioEvent event, Arrival arrival) {

    long bytes() {
      return OVERHEAD + (event instanceof AudioChunk chunk ? chunk.pcm().remaining() : 0);
    }

    boolean endsAfter(SampleIndex position) {
      return switch (event) {
        case AudioChunk chunk -> chunk.end().isAfter(position);
        case RecorderChanged changed -> false;
        case RecordingStopped stopped -> true;
      };
    }
  }

  private final AudioRoom room;
  private final ArrayDeque<Entry> heard = new ArrayDeque<>();
  private final ArrayDeque<Entry> waiting = new ArrayDeque<>();
  private SampleIndex confirmed;
  private SampleIndex newest = SampleIndex.ZERO;
  private long bytes;

  /**
   * @param confirmed up to where finals of an earlier owner are known to reach
   */
  public AudioHold(AudioRoom room, SampleIndex confirmed) {
    this.room = room;
    this.confirmed = confirmed;
  }

  /** Takes a record that follows those offered before; false when there is no room for it now. */
  public synchronized boolean offer(long offset, AudioEvent event, Arrival arrival) {
    seen(event);
    Entry entry = new Entry(offset, event, arrival);
    boolean wasEmpty = isEmpty();
    if (!wasEmpty && bytes + entry.bytes() > room.perRecording()
        || !room.tryTake(entry.bytes(), arrival)) {
      return false;
    }
    if (wasEmpty) {
      room.enter();
    }
    bytes += entry.bytes();
    waiting.add(entry);
    return true;
  }

  /** The log holds this, whether or not there is room for it here. */
  public synchronized void seen(AudioEvent event) {
    if (event instanceof AudioChunk chunk) {
      newest = newest.max(chunk.end());
    }
  }

  /** Up to where the log is known to hold audio. */
  public synchronized SampleIndex newest() {
    return newest;
  }

  /** Up to where finals are published and confirmed. */
  public synchronized SampleIndex confirmed() {
    return confirmed;
  }

  /** Half empty: worth reading the log for. */
  public synchronized boolean hasRoom() {
    return bytes <= room.perRecording() / 2 && room.hasRoom();
  }

  public synchronized boolean isEmpty() {
    return heard.isEmpty() && waiting.isEmpty();
  }

  /** The first offset that a new owner of this recording would have to read. */
  public synchronized OptionalLong oldestOffset() {
    Entry oldest = heard.isEmpty() ? waiting.peekFirst() : heard.peekFirst();
    return oldest == null ? OptionalLong.empty() : OptionalLong.of(oldest.offset());
  }

  /** What the recogniser is to hear next. */
  synchronized @Nullable AudioEvent peek() {
    Entry next = waiting.peekFirst();
    return next == null ? null : next.event();
  }

  /** Moves past what {@link #peek} showed; it is kept until released. */
  synchronized void take() {
    heard.add(waiting.removeFirst());
  }

  /**
   * Everything taken from the first audio on that ends after {@code position} is to be heard again.
   * Resent audio stands among it, so the ends are not in order.
   */
  synchronized void rewind(SampleIndex position) {
    long before = heard.stream().takeWhile(entry -> !entry.endsAfter(position)).count();
    while (heard.size() > before) {
      waiting.addFirst(heard.removeLast());
    }
  }

  /**
   * Finals are confirmed up to {@code confirmed}; audio taken that ends at or before {@code
   * keepFrom} is not needed any more.
   */
  synchronized void release(SampleIndex confirmed, SampleIndex keepFrom) {
    this.confirmed = confirmed;
    while (!heard.isEmpty() && !heard.getFirst().endsAfter(keepFrom)) {
      drop(heard, heard.getFirst());
    }
  }

  /** Everything taken is done with; the answer is the offset of the last of it. */
  synchronized long releaseTaken() {
    long last = heard.getLast().offset();
    drop(heard);
    return last;
  }

  synchronized void clear() {
    drop(heard);
    drop(waiting);
  }

  private void drop(ArrayDeque<Entry> entries) {
    while (!entries.isEmpty()) {
      drop(entries, entries.getFirst());
    }
  }

  private void drop(ArrayDeque<Entry> entries, Entry first) {
    entries.removeFirst();
    bytes -= first.bytes();
    room.give(first.bytes(), first.arrival());
    if (isEmpty()) {
      room.leave();
    }
  }
}
