package org.medicscribe.soapnote.note;

/**
 * Words that a drafter says were spoken.
 *
 * @param segment the id it names, which need not exist
 * @param quote the words, which need not stand there
 */
public record Citation(String segment, String quote) {

  @Override
  public String toString() {
    return "Citation[words of a segment]";
  }
}
