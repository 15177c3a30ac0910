package org.medicscribe.audiofiles.wav;

import java.nio.ByteBuffer;

/** How a wave file writes its samples: in blocks of a fixed size, decoded one by one. */
interface SampleCodec {

  /** Bytes of a block. */
  int blockBytes();

  /** Frames (one sample of each channel) that so many bytes of a block hold. */
  int framesIn(int bytesOfBlock);

  /**
   * Reads a block, or what there is of the last one.
   *
   * @param block positioned at its start, little-endian
   * @param target interleaved samples, full scale being one
   * @return frames; as many as {@link #framesIn} says
   */
  int decode(ByteBuffer block, int bytes, float[] target, int offset);

  /** Frames in a run of so many bytes; a last block that is not whole counts with what it holds. */
  default long framesIn(long bytes) {
    return bytes / blockBytes() * framesIn(blockBytes()) + framesIn((int) (bytes % blockBytes()));
  }
}
