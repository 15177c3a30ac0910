package org.medicscribe.storage.audio;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.medicscribe.events.AudioEvent.AudioChunk;
import org.medicscribe.events.SampleIndex;

/**
 * Audio of one encounter that is not on disk yet, until it makes a window. Not thread-safe.
 *
 * @param <T> what came with a chunk and is to be told when all of it is stored
 */
final class PendingAudio<T> {

  /**
   * A part of a chunk.
   *
   * @param bytes what is held for it; a chunk that is cut is held until its last part is stored
   * @param last what to tell when this is stored; absent on all parts of a chunk but the last
   */
  record Piece<T>(AudioChunk chunk, long bytes, Instant arrived, Optional<T> last) {}

  /**
   * What is held for a chunk besides its samples: the chunk, its buffer, its array's header, its
   * piece, its record, and their places in lists.
   */
  static final int OVERHEAD = 320;

  static long bytesOf(AudioChunk chunk) {
    return chunk.pcm().remaining() + (long) OVERHEAD;
  }

  private static final SampleIndex NONE = SampleIndex.of(Long.MAX_VALUE);

  private final AudioWindows windows;
  private List<Piece<T>> pieces = new ArrayList<>();
  private long bytes;
  private SampleIndex furthest = SampleIndex.ZERO;

  /** Where the earliest piece begins; resent audio need not be the first of them. */
  private SampleIndex earliest = NONE;

  PendingAudio(AudioWindows windows) {
    this.windows = windows;
  }

  void add(AudioChunk chunk, Instant arrived, T origin) {
    pieces.add(new Piece<>(chunk, bytesOf(chunk), arrived, Optional.of(origin)));
    bytes += bytesOf(chunk);
    furthest = furthest.max(chunk.end());
    earliest = earliest.min(chunk.first());
  }

  /** Everything before the window that is still being filled; a chunk across its edge is cut. */
  List<Piece<T>> takeComplete() {
    SampleIndex edge = windows.startOf(furthest);
    if (!earliest.isBefore(edge)) {
      return List.of();
    }
    List<Piece<T>> taken = new ArrayList<>();
    List<Piece<T>> kept = new ArrayList<>();
    for (Piece<T> piece : pieces) {
      if (!piece.chunk().end().isAfter(edge)) {
        taken.add(piece);
      } else if (!piece.chunk().first().isBefore(edge)) {
        kept.add(piece);
      } else {
        taken.add(new Piece<>(until(piece.chunk(), edge), 0, piece.arrived(), Optional.empty()));
        kept.add(
            new Piece<>(from(piece.chunk(), edge), piece.bytes(), piece.arrived(), piece.last()));
      }
    }
    pieces = kept;
    bytes = kept.stream().mapToLong(Piece::bytes).sum();
    earliest = kept.stream().map(piece -> piece.chunk().first()).reduce(NONE, SampleIndex::min);
    return taken;
  }

  List<Piece<T>> takeAll() {
    List<Piece<T>> taken = pieces;
    pieces = new ArrayList<>();
    bytes = 0;
    earliest = NONE;
    return taken;
  }

  /** Held for all pieces together. */
  long bytes() {
    return bytes;
  }

  boolean isEmpty() {
    return pieces.isEmpty();
  }

  boolean hasWaitedSince(Instant deadline) {
    return !pieces.isEmpty() && !pieces.getFirst().arrived().isAfter(deadline);
  }

  private static AudioChunk until(AudioChunk chunk, SampleIndex edge) {
    return new AudioChunk(chunk.first(), slice(chunk, 0, edge.minus(chunk.first())), chunk.claim());
  }

  private static AudioChunk from(AudioChunk chunk, SampleIndex edge) {
    return new AudioChunk(
        edge, slice(chunk, edge.minus(chunk.first()), chunk.end().minus(edge)), chunk.claim());
  }

  private static ByteBuffer slice(AudioChunk chunk, long fromSample, long samples) {
    ByteBuffer pcm = chunk.pcm();
    return pcm.slice(
        pcm.position() + Math.toIntExact(fromSample * SampleIndex.BYTES),
        Math.toIntExact(samples * SampleIndex.BYTES));
  }
}
