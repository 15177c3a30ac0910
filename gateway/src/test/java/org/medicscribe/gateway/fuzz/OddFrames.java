package org.medicscribe.gateway.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/** Frames of a WebSocket, mostly wrong; the same for the same seed. */
final class OddFrames {

  private static final int TEXT = 1;
  private static final int BINARY = 2;
  private static final int CLOSE = 8;
  private static final int SHORT_LENGTH = 126;
  private static final int LONG_LENGTH = 127;

  private static final List<String> TEXTS =
      List.of(
          "",
          "{}",
          "null",
          "[]",
          "{\"type\":null}",
          "{\"type\":\"dance\"}",
          "{\"type\":\"start\"}",
          "{\"type\":\"start\",\"from\":-1,\"recorderId\":\"x\"}",
          "{\"type\":\"start\",\"from\":0,\"recorderId\":\"fuzz\"}",
          "{\"type\":\"start\",\"from\":1e300,\"recorderId\":\"x\"}",
          "{\"type\":\"start\",\"from\":99999999999999999999,\"recorderId\":\"x\"}",
          "{\"type\":\"start\",\"from\":9223372036854775807,\"recorderId\":\"x\"}",
          "{\"type\":\"start\",\"from\":\"0\",\"recorderId\":7}",
          "{\"type\":\"start\",\"from\":0,\"recorderId\":\"a\\u0000b\"}",
          "{\"type\":\"start\",\"type\":\"stop\",\"from\":0,\"recorderId\":\"x\"}",
          "{\"type\":\"stop\",\"totalSamples\":-5}",
          "{\"type\":\"stop\",\"totalSamples\":{}}",
          "{\"type\":\"pause\"}",
          "{\"type\":\"resume\",\"x\":[]}",
          "{\"type\":".repeat(900),
          "[".repeat(4_000),
          "x".repeat(5_000));

  private static final List<Integer> CLOSE_CODES =
      List.of(0, 1, 999, 1000, 1004, 1005, 1006, 1015, 1016, 2999, 3000, 4999, 5000, 65_535);

  private final SplittableRandom random;

  OddFrames(long seed) {
    this.random = new SplittableRandom(seed);
  }

  byte[] next() {
    return switch (random.nextInt(8)) {
      case 0, 1 -> frame(0x80 | TEXT, text(), true);
      case 2 -> frame(0x80 | BINARY, audio(), true);
      case 3 -> frame(0x80 | CLOSE, close(), true);
      case 4 -> frame(random.nextInt(256), bytes(random.nextInt(200)), true);
      case 5 -> frame(random.nextInt(16), bytes(random.nextInt(20)), random.nextInt(3) > 0);
      case 6 -> frame(0x80 | random.nextInt(16), bytes(random.nextInt(70_000)), true);
      default -> promise();
    };
  }

  private byte[] text() {
    byte[] text = TEXTS.get(random.nextInt(TEXTS.size())).getBytes(StandardCharsets.UTF_8);
    if (text.length > 0 && random.nextInt(3) == 0) {
      text[random.nextInt(text.length)] = (byte) random.nextInt(256);
    }
    return text;
  }

  private byte[] audio() {
    byte[] frame = bytes(random.nextInt(4_000));
    if (frame.length >= Long.BYTES && random.nextInt(2) == 0) {
      ByteBuffer.wrap(frame).putLong(random.nextInt(3) - 1L);
    }
    return frame;
  }

  private byte[] close() {
    int code = CLOSE_CODES.get(random.nextInt(CLOSE_CODES.size()));
    byte[] reason = bytes(random.nextInt(130));
    return random.nextInt(4) == 0
        ? bytes(random.nextInt(2))
        : ByteBuffer.allocate(2 + reason.length).putShort((short) code).put(reason).array();
  }

  /** A head that says that more comes than anybody can hold. */
  private byte[] promise() {
    return ByteBuffer.allocate(14)
        .put((byte) (0x80 | BINARY))
        .put((byte) (0x80 | LONG_LENGTH))
        .putLong(random.nextInt(2) == 0 ? Long.MAX_VALUE : -1L)
        .putInt(0)
        .array();
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private byte[] frame(int first, byte[] payload, boolean masked) {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    int mask = masked ? 0x80 : 0;
    frame.write(first);
    if (payload.length < SHORT_LENGTH) {
      frame.write(mask | payload.length);
    } else if (payload.length < 65_536) {
      frame.write(mask | SHORT_LENGTH);
      frame.write(payload.length >> 8);
      frame.write(payload.length);
    } else {
      frame.write(mask | LONG_LENGTH);
      frame.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(payload.length).array());
    }
    if (masked) {
      frame.writeBytes(new byte[4]);
    }
    frame.writeBytes(payload);
    return frame.toByteArray();
  }
}
