package org.medicscribe.audiofiles;

/**
 * Why nothing of a file can be heard.
 *
 * @param sentence names the cause and what to do, for the person who chose the file
 */
public record Refusal(Cause cause, String sentence) {

  /** What kind of trouble it is. */
  public enum Cause {
    /** There is nothing in it. */
    EMPTY,
    /** It ends before its sound begins. */
    CUT_OFF,
    /** It is no recording, or one of a kind that is not read here. */
    UNSUPPORTED,
    /** Too many files are being decoded; later it would be read. */
    BUSY
  }

  public static Refusal empty() {
    return new Refusal(Cause.EMPTY, "Choose the recording again; it is empty.");
  }

  public static Refusal cutOff() {
    return new Refusal(
        Cause.CUT_OFF,
        "The file ends before its sound begins, so nothing of it can be heard. Copy it again from"
            + " its source, then send it again.");
  }

  public static Refusal unsupported(String what) {
    return new Refusal(Cause.UNSUPPORTED, what);
  }
}
