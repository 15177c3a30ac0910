package org.medicscribe.soapnote.drafting;

import org.medicscribe.events.FailureKind;
import org.medicscribe.soapnote.note.Draft;

/** What became of a request for a draft. */
public sealed interface DraftResult {

  /** A whole draft, never a part of one. */
  record Drafted(Draft draft) implements DraftResult {}

  /**
   * There is no draft.
   *
   * @param code stable, for example {@code provider-out-of-credit}
   * @param advice what the user or the operator can do; holds no patient text
   */
  record Refused(FailureKind kind, String code, String advice) implements DraftResult {}
}
