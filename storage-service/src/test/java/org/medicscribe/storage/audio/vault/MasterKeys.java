package org.medicscribe.storage.audio.vault;

import java.util.Base64;
import java.util.List;

/** Master keys for tests. */
public final class MasterKeys {

  private MasterKeys() {}

  public static MasterKey any() {
    return MasterKey.of(List.of(Base64.getEncoder().encodeToString(new byte[32])));
  }
}
