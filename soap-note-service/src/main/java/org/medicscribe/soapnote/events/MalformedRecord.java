package org.medicscribe.soapnote.events;

import java.io.Serial;

/** Why a record is set aside; the dead-letter topic shows its message, so it holds no content. */
final class MalformedRecord extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  MalformedRecord(String reason) {
    super("not what the contract says: " + reason, null, false, false);
  }
}
