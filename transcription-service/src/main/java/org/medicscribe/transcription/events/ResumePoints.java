package org.medicscribe.transcription.events;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.SampleIndex;

/**
 * How far each recording of a partition has come, kept in the metadata of its committed offset.
 *
 * <p>The offset itself stands at the slowest recording; with these points the next owner does not
 * transcribe again what the faster ones have long published. Losing one of these is harmless: its
 * audio is heard twice, and readers drop the words they know.
 *
 * @param position the owner had read up to here, so later records know nothing of these points
 * @param covered confirmed finals reach up to here
 * @param finished the offset of the end of a recording whose transcript is complete
 * @param claims by which the recorder of a visit was let in that has replaced another before the
 *     offset
 */
record ResumePoints(
    long position,
    Map<EncounterId, SampleIndex> covered,
    Map<EncounterId, Long> finished,
    Map<EncounterId, Long> claims) {

  static final ResumePoints NONE = new ResumePoints(0, Map.of(), Map.of(), Map.of());

  /** Brokers allow 4096 bytes ({@code offset.metadata.max.bytes}). */
  static final int MAX_LENGTH = 4000;

  private static final String VERSION = "1";
  private static final String SEPARATOR = ",";
  private static final int ID_LENGTH = 22;
  private static final char COVERED = ':';
  private static final char FINISHED = '!';
  private static final char CLAIMED = '>';
  private static final int RADIX = 36;

  ResumePoints {
    covered = Map.copyOf(covered);
    finished = Map.copyOf(finished);
    claims = Map.copyOf(claims);
  }

  SampleIndex coveredBy(EncounterId encounter) {
    return covered.getOrDefault(encounter, SampleIndex.ZERO);
  }

  /** The points that an owner beginning at {@code offset} would use. */
  Map<EncounterId, SampleIndex> stillNeeded(long offset) {
    return offset < position ? covered : Map.of();
  }

  /** As many points as fit. */
  String encode() {
    StringBuilder text = new StringBuilder(VERSION).append(SEPARATOR);
    text.append(Long.toString(position, RADIX));
    claims.forEach((encounter, claim) -> append(text, encounter, CLAIMED, claim));
    finished.forEach((encounter, offset) -> append(text, encounter, FINISHED, offset));
    covered.forEach((encounter, position) -> append(text, encounter, COVERED, position.value()));
    return text.toString();
  }

  /** Anything that is not ours holds no points. */
  static ResumePoints decode(String text) {
    String[] entries = text.split(SEPARATOR);
    if (!entries[0].equals(VERSION)) {
      return NONE;
    }
    Map<EncounterId, SampleIndex> covered = new HashMap<>();
    Map<EncounterId, Long> finished = new HashMap<>();
    Map<EncounterId, Long> claims = new HashMap<>();
    try {
      long position = Long.parseLong(entries[1], RADIX);
      for (int i = 2; i < entries.length; i++) {
        EncounterId encounter = id(entries[i].substring(0, ID_LENGTH));
        long value = Long.parseLong(entries[i].substring(ID_LENGTH + 1), RADIX);
        switch (entries[i].charAt(ID_LENGTH)) {
          case CLAIMED -> claims.put(encounter, value);
          case FINISHED -> finished.put(encounter, value);
          default -> covered.put(encounter, SampleIndex.of(value));
        }
      }
      return new ResumePoints(position, covered, finished, claims);
    } catch (IllegalArgumentException | IndexOutOfBoundsException notOurs) {
      return NONE;
    }
  }

  private static void append(StringBuilder text, EncounterId encounter, char kind, long value) {
    String number = Long.toString(value, RADIX);
    if (text.length() + ID_LENGTH + number.length() + 2 <= MAX_LENGTH) {
      text.append(SEPARATOR).append(name(encounter)).append(kind).append(number);
    }
  }

  private static String name(EncounterId encounter) {
    UUID uuid = encounter.value();
    byte[] bytes =
        ByteBuffer.allocate(2 * Long.BYTES)
            .putLong(uuid.getMostSignificantBits())
            .putLong(uuid.getLeastSignificantBits())
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static EncounterId id(String name) {
    ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(name));
    return new EncounterId(new UUID(bytes.getLong(), bytes.getLong()));
  }
}
