package org.medicscribe.gateway.upload;

import java.util.HashMap;
import java.util.Map;

/** Uploads at once: so many in all, and so many of one user. Thread-safe. */
final class UploadPlaces {

  private final int inAll;
  private final int perUser;
  private final Map<String, Integer> taken = new HashMap<>();
  private int all;

  UploadPlaces(int inAll, int perUser) {
    this.inAll = inAll;
    this.perUser = perUser;
  }

  /** What became of the wish for a place. */
  enum Answer {
    TAKEN,
    FULL,
    USER_HAS_ENOUGH
  }

  synchronized Answer take(String user) {
    if (taken.getOrDefault(user, 0) >= perUser) {
      return Answer.USER_HAS_ENOUGH;
    }
    if (all >= inAll) {
      return Answer.FULL;
    }
    taken.merge(user, 1, Integer::sum);
    all++;
    return Answer.TAKEN;
  }

  synchronized void free(String user) {
    taken.computeIfPresent(user, (_, places) -> places == 1 ? null : places - 1);
    all--;
  }
}
