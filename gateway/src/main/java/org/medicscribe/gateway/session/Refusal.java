package org.medicscribe.gateway.session;

import org.jspecify.annotations.Nullable;
import org.medicscribe.events.SampleIndex;

/**
 * A refusal of this recorder, after which its socket is closed.
 *
 * @param detail what to do about it; holds no patient text
 * @param expected where the recorder has to go on, if that is the remedy
 */
public record Refusal(RefusalReason reason, String detail, @Nullable SampleIndex expected) {

  public static Refusal of(RefusalReason reason) {
    return new Refusal(reason, reason.problem().advice(), null);
  }

  static Refusal gap(SampleIndex expected) {
    return new Refusal(
        RefusalReason.POSITION_GAP, RefusalReason.POSITION_GAP.problem().advice(), expected);
  }

  static Refusal illegal(String event, SessionState state) {
    return new Refusal(
        RefusalReason.NOT_STARTED,
        "%s came while %s. %s"
            .formatted(event, state.name(), RefusalReason.NOT_STARTED.problem().advice()),
        null);
  }
}
