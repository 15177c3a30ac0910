package org.medicscribe.simulators.deepgram;

/** Takes the channels of linear16 audio apart, wherever a frame ends. Belongs to one thread. */
final class Deinterleaver {

  private final byte[][] channels;
  private final int[] filled;
  private long taken;

  Deinterleaver(int channels) {
    this.channels = new byte[channels][0];
    this.filled = new int[channels];
  }

  void take(byte[] bytes, int length) {
    for (int i = 0; i < channels.length; i++) {
      filled[i] = 0;
      if (channels[i].length < length) {
        channels[i] = new byte[length];
      }
    }
    for (int i = 0; i < length; i++) {
      int channel = (int) (taken++ / 2 % channels.length);
      channels[channel][filled[channel]++] = bytes[i];
    }
  }

  /** The bytes of a channel that came with the last frame: the first {@link #filled}. */
  byte[] channel(int channel) {
    return channels[channel];
  }

  int filled(int channel) {
    return filled[channel];
  }
}
