package org.medicscribe.storage.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The chain as its description says, made a second time. */
public final class Chains {

  private Chains() {}

  public static byte[] link(byte[] previous, long number, List<String> fields) {
    ByteBuffer link = ByteBuffer.allocate(4096).put(previous).putLong(number);
    for (String field : fields) {
      byte[] text = field.getBytes(StandardCharsets.UTF_8);
      link.putInt(text.length).put(text);
    }
    byte[] bytes = new byte[link.position()];
    link.flip().get(bytes);
    return bytes;
  }
}
