package org.medicscribe.soapnote.reading;

import java.util.Optional;

/**
 * A number and what it counts.
 *
 * @param unit as {@link Units} names it; empty when none is said
 * @param to the place after the last word of number and unit
 */
public record Quantity(Numeral number, Optional<String> unit, int to) {

  public int from() {
    return number.from();
  }

  @Override
  public String toString() {
    return "Quantity[" + from() + ".." + to + "]";
  }
}
