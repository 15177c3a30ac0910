package org.medicscribe.soapnote.reading;

import java.util.Set;

/**
 * A number in a row of words.
 *
 * @param readings every way to read it, in plain digits: {@code one thirty} is {@code 130} and
 *     {@code 1:30}; a ratio is {@code 130/80}
 * @param from the place of its first word
 * @param to the place after its last
 * @param certain false for a word that is often no number ({@code one}, {@code a couple})
 */
public record Numeral(Set<String> readings, int from, int to, boolean certain) {

  public Numeral {
    readings = Set.copyOf(readings);
  }

  boolean isOne() {
    return readings.contains("1");
  }

  @Override
  public String toString() {
    return "Numeral[" + from + ".." + to + "]";
  }
}
