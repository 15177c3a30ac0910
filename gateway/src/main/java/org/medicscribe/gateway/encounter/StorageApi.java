package org.medicscribe.gateway.encounter;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.medicscribe.events.EncounterId;

/**
 * What the gateway itself asks of storage-service, as it goes over the wire. Bodies come as they
 * are: whether one is an encounter or a problem is for {@link StorageClient} to tell.
 */
@Path("/api/encounters/{id}")
@Produces(MediaType.WILDCARD)
interface StorageApi {

  /**
   * @param bearer the user's own token, as the header has it
   */
  @GET
  Uni<Response> see(
      @PathParam("id") EncounterId encounter,
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer);

  @PUT
  @Path("/recorder")
  @Consumes(MediaType.APPLICATION_JSON)
  Uni<Response> claim(
      @PathParam("id") EncounterId encounter,
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
      RecorderClaim claim);
}
