package org.medicscribe.storage.audio.vault;

/** The two places as the service sees them while audio is moved, for tests of other packages. */
public final class StoresDuringMove {

  private StoresDuringMove() {}

  public static AudioStore of(AudioStore now, AudioStore before) {
    return new AudioStoreDuringMove(now, before);
  }
}
