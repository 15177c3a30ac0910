package org.medicscribe.storage.note;

import org.medicscribe.edge.identity.Caller;

/**
 * Who wrote or decided something.
 *
 * @param subject the issuer's name for the person, stable
 * @param name as people call them, as it was then
 */
public record Person(String subject, String name) {

  public static Person of(Caller caller) {
    return new Person(caller.subject(), caller.name());
  }
}
