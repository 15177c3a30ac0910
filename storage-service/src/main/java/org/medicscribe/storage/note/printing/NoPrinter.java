package org.medicscribe.storage.note.printing;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.medicscribe.documents.NoteDocument;

/** Stands where the other one is left out. */
@DefaultBean
@ApplicationScoped
class NoPrinter implements NotePrinter {

  @Override
  public Uni<Printed> print(NoteDocument note) {
    return Uni.createFrom().item(new Printed.NotHere());
  }

  @Override
  public Uni<Printed> printNow(NoteDocument note) {
    return print(note);
  }
}
