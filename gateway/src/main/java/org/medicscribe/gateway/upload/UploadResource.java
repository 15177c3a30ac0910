package org.medicscribe.gateway.upload;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.medicscribe.edge.problem.ProblemException;
import org.medicscribe.edge.problem.Problems;
import org.medicscribe.events.EncounterId;
import org.medicscribe.gateway.encounter.Visitor;
import org.medicscribe.gateway.encounter.Visitors;
import org.medicscribe.gateway.upload.Upload.Outcome;

/** Takes a finished recording instead of a live one. */
@Path("/api/encounters/{id}/audio")
@Authenticated
public class UploadResource {

  private final Uploads uploads;
  private final Visitors visitors;
  private final SecurityIdentity identity;

  UploadResource(Uploads uploads, Visitors visitors, SecurityIdentity identity) {
    this.uploads = uploads;
    this.visitors = visitors;
    this.identity = identity;
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @RunOnVirtualThread
  public Response upload(
      @PathParam("id") String id,
      @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable Long length,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
      InputStream body)
      throws InterruptedException {
    if (type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
      throw new ProblemException(UploadProblems.FORM);
    }
    EncounterId encounter =
        EncounterId.parse(id).orElseThrow(() -> new ProblemException(Problems.ofStatus(404)));
    Visitor visitor = visitors.of(encounter, identity);
    return switch (uploads.take(visitor, length, body)) {
      case Outcome.Safe safe -> Response.accepted(Taken.of(safe)).build();
      case Outcome.Unreadable(var why) -> throw new ProblemException(UploadProblems.of(why));
      case Outcome.BrokenOff _ -> throw new ProblemException(UploadProblems.BROKEN_OFF);
      case Outcome.TooLong(var longest) ->
          throw new ProblemException(UploadProblems.tooLong(longest));
      case Outcome.Refused(var refusal) -> throw new ProblemException(UploadProblems.of(refusal));
    };
  }
}
