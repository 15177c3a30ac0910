package org.medicscribe.storage.note.templates;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.medicscribe.events.NoteTemplate;
import org.medicscribe.events.ShippedTemplates;

/** Which templates there are, the one first that is written where nobody chooses. */
@Path("/api/templates")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class TemplateResource {

  /** The templates of this installation. */
  public record Templates(List<NoteTemplate> templates) {
    public Templates {
      templates = List.copyOf(templates);
    }
  }

  @GET
  public Templates list() {
    return new Templates(ShippedTemplates.all());
  }
}
