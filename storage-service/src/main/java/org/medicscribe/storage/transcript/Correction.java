package org.medicscribe.storage.transcript;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.Segment;

/**
 * What a person says about a segment instead of what was heard.
 *
 * @param text null where what was heard is right
 * @param speaker null where who was heard is right
 */
record Correction(@Nullable String text, @Nullable String speaker, By by) {

  /** Who corrected, and when. */
  record By(String subject, String name, Instant at) {}

  /**
   * Of a segment, on top of what was corrected before; empty when it says what was heard.
   *
   * @param text null to leave it
   * @param speaker null to leave it
   */
  static Optional<Correction> of(
      Segment heard,
      Optional<Correction> before,
      @Nullable String text,
      @Nullable String speaker,
      By by) {
    @Nullable String said = text == null ? before.map(Correction::text).orElse(null) : text;
    @Nullable String voice =
        speaker == null ? before.map(Correction::speaker).orElse(null) : speaker;
    Correction correction =
        new Correction(
            heard.text().equals(said) ? null : said,
            voice == null || voice.equals(heard.speaker()) ? null : voice,
            by);
    return correction.text() == null && correction.speaker() == null
        ? Optional.empty()
        : Optional.of(correction);
  }

  @Override
  public String toString() {
    return "Correction[" + by.at() + "]";
  }
}
