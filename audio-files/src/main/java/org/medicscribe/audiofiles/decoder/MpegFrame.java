package org.medicscribe.audiofiles.decoder;

import java.util.Optional;

/**
 * The head of a frame of MPEG audio (ISO/IEC 11172-3, 13818-3) or of AAC in ADTS (13818-7).
 *
 * @param bytes of the whole frame, with its head
 * @param samples of each channel that it holds
 * @param rate samples a second
 * @param sideInfo bytes between the head and what encoders put into the first frame about the whole
 */
record MpegFrame(int bytes, int samples, int rate, int sideInfo) {

  /** So many bytes of a frame say how long it is. */
  static final int HEAD = 6;

  private static final int[] RATES = {44_100, 48_000, 32_000};
  private static final int[] AAC_RATES = {
    96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000,
    7_350
  };

  /** Kilobits a second by the index in the head: MPEG 1 layer 1, 2, 3, then MPEG 2 layer 1, 2/3. */
  private static final int[][] KILOBITS = {
    {0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448},
    {0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384},
    {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320},
    {0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256},
    {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160}
  };

  private static final int MONO = 3;

  /** Empty where these bytes begin no frame, or one whose length is not said. */
  static Optional<MpegFrame> of(byte[] head) {
    if (head.length < HEAD || (head[0] & 0xff) != 0xff || (head[1] & 0xe0) != 0xe0) {
      return Optional.empty();
    }
    return (head[1] & 0xf6) == 0xf0 ? aac(head) : mpeg(head);
  }

  private static Optional<MpegFrame> aac(byte[] head) {
    int rate = head[2] >> 2 & 0xf;
    int bytes = (head[3] & 3) << 11 | (head[4] & 0xff) << 3 | (head[5] & 0xff) >> 5;
    return rate < AAC_RATES.length && bytes > HEAD
        ? Optional.of(new MpegFrame(bytes, 1_024, AAC_RATES[rate], 0))
        : Optional.empty();
  }

  private static Optional<MpegFrame> mpeg(byte[] head) {
    int version = head[1] >> 3 & 3;
    int layer = 4 - (head[1] >> 1 & 3);
    int kilobits = head[2] >> 4 & 0xf;
    int rateIndex = head[2] >> 2 & 3;
    int padding = head[2] >> 1 & 1;
    if (version == 1 || layer == 4 || kilobits == 0 || kilobits == 0xf || rateIndex == 3) {
      return Optional.empty();
    }
    boolean isFirst = version == 3;
    int bits = 1_000 * KILOBITS[isFirst ? layer - 1 : layer == 1 ? 3 : 4][kilobits];
    int rate = RATES[rateIndex] >> (isFirst ? 0 : version == 2 ? 1 : 2);
    int samples = layer == 1 ? 384 : layer == 3 && !isFirst ? 576 : 1_152;
    int slot = layer == 1 ? 4 : 1;
    int bytes = (samples / 8 / slot * bits / rate + padding) * slot;
    boolean isMono = (head[3] >> 6 & 3) == MONO;
    int sideInfo = isFirst ? (isMono ? 17 : 32) : isMono ? 9 : 17;
    return Optional.of(new MpegFrame(bytes, samples, rate, layer == 3 ? sideInfo : 0));
  }
}
