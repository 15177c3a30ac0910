package org.medicscribe.simulators.deepgram;

import io.vertx.core.buffer.Buffer;

/** What the first bytes of a stream turn out to be. */
sealed interface AudioStart {

  /** Neither raw audio that was announced nor a container that is known. */
  record Undecodable() implements AudioStart {}

  /**
   * Samples, from a byte of the first frame on.
   *
   * @param deaf a container where raw audio was announced: nothing is understood
   */
  record Samples(int sampleRate, int from, boolean deaf) implements AudioStart {}

  int WAV_HEADER = 44;
  int WAV_RATE = 24;
  int RIFF = 0x52494646;
  int OGG = 0x4F676753;
  int WEBM = 0x1A45DFA3;

  static AudioStart of(ListenRequest request, Buffer first) {
    int magic = first.length() < 4 ? 0 : first.getInt(0);
    if (request.sampleRate() > 0) {
      return new Samples(request.sampleRate(), 0, magic == OGG || magic == WEBM);
    }
    return magic == RIFF && first.length() >= WAV_HEADER
        ? new Samples(first.getIntLE(WAV_RATE), WAV_HEADER, false)
        : new Undecodable();
  }
}
