package org.medicscribe.storage.proof;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bytes that a seal covers: what kind of thing it is, and its fields in a fixed order. */
public final class SealedForm {

  /** Stands first, so that a seal of ours is never one of something else. */
  private static final String NAME = "medic-scribe seal 1";

  private SealedForm() {}

  public static byte[] of(String kind, List<? extends @Nullable String> fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    add(bytes, NAME);
    add(bytes, kind);
    fields.forEach(field -> add(bytes, field));
    return bytes.toByteArray();
  }

  /** The length stands before the text, so that no two records read alike; nothing is -1 long. */
  private static void add(ByteArrayOutputStream bytes, @Nullable String field) {
    byte[] text = field == null ? new byte[0] : field.getBytes(StandardCharsets.UTF_8);
    int length = field == null ? -1 : text.length;
    bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
    bytes.writeBytes(text);
  }
}
