package org.medicscribe.storage.note.printing;

import io.smallrye.mutiny.Uni;
import org.medicscribe.documents.NoteDocument;

/** Sets notes as PDF; off the caller's thread. */
public interface NotePrinter {

  /** What comes of it. */
  sealed interface Printed {

    /** The bytes of the document, which nobody changes. */
    record Pdf(byte[] bytes) implements Printed {}

    /** Longer than is ever set here. */
    record TooLong() implements Printed {}

    /** There is no memory for it now. */
    record NoRoom() implements Printed {}

    /** A native image sets nothing. */
    record NotHere() implements Printed {}
  }

  Uni<Printed> print(NoteDocument note);

  /** For what cannot come again: there is always room for it. */
  Uni<Printed> printNow(NoteDocument note);
}
