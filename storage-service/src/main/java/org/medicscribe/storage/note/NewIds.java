package org.medicscribe.storage.note;

/**
 * Names what a version brings into the note. The version is part of the name, so that a name is
 * never given twice in an encounter.
 */
public final class NewIds {

  private final int version;
  private int statements;
  private int omissions;

  public NewIds(int version) {
    this.version = version;
  }

  String statement() {
    return "s" + version + "-" + ++statements;
  }

  String omission() {
    return "o" + version + "-" + ++omissions;
  }
}
