package org.medicscribe.storage.audio;

import static org.medicscribe.storage.encounter.EncounterProblems.idOf;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.medicscribe.edge.catalogue.ProblemType;
import org.medicscribe.edge.problem.Problem;
import org.medicscribe.edge.problem.ProblemException;
import org.medicscribe.storage.audio.AudioRepository.Playable;
import org.medicscribe.storage.audio.Downloads.Download;
import org.medicscribe.storage.encounter.Clinician;
import org.medicscribe.storage.encounter.EncounterProblems;

/** The recording as a WAV file, whole or in ranges. */
@Path("/api/encounters/{id}/audio")
@Authenticated
public class AudioResource {

  private static final String WAV = "audio/wav";
  private static final String CONTENT_RANGE = "Content-Range";
  private static final Duration DATABASE_TIMEOUT = Duration.ofSeconds(10);

  private static final Problem NO_AUDIO = Problem.of(ProblemType.NO_AUDIO);
  private static final Problem DAMAGED = Problem.of(ProblemType.AUDIO_DAMAGED);

  /** A range is two numbers. */
  private static final int RANGE_LENGTH = 1024;

  private final AudioReads reads;
  private final AudioPlayback playback;
  private final Listeners listeners;
  private final Clinician clinician;

  AudioResource(
      AudioReads reads, AudioPlayback playback, Listeners listeners, Clinician clinician) {
    this.reads = reads;
    this.playback = playback;
    this.listeners = listeners;
    this.clinician = clinician;
  }

  @GET
  @RunOnVirtualThread
  public Response get(
      String id,
      @HeaderParam("Range") @Nullable String range,
      @HeaderParam("If-Range") @Nullable String ifRange,
      @Context RoutingContext request)
      throws IOException {
    if (range != null && range.length() > RANGE_LENGTH) {
      throw new ProblemException(
          EncounterProblems.invalid(Map.of("Range", "Ask for one range of bytes.")));
    }
    Download download = listeners.admit(clinician.caller().subject(), request);
    Playable recording = open(id);
    long length = playback.length(recording);
    boolean changed = ifRange != null && !ifRange.equals(tag(recording));
    return switch (ByteRange.of(changed ? null : range, length)) {
      case ByteRange.Whole() ->
          described(Response.ok(bytes(recording, 0, length - 1, download)), recording, length)
              .build();
      case ByteRange.Part part ->
          described(
                  Response.status(Response.Status.PARTIAL_CONTENT)
                      .entity(bytes(recording, part.first(), part.last(), download)),
                  recording,
                  part.length())
              .header(CONTENT_RANGE, "bytes " + part.first() + "-" + part.last() + "/" + length)
              .build();
      case ByteRange.Unsatisfiable() ->
          Response.status(Response.Status.REQUESTED_RANGE_NOT_SATISFIABLE)
              .header(CONTENT_RANGE, "bytes */" + length)
              .build();
    };
  }

  @HEAD
  @RunOnVirtualThread
  public Response head(String id) {
    Playable recording = open(id);
    return described(Response.ok(), recording, playback.length(recording)).build();
  }

  private Playable open(String id) {
    return reads
        .open(clinician.caller(), idOf(id))
        .map(EncounterProblems::valueOf)
        .await()
        .atMost(DATABASE_TIMEOUT)
        .orElseThrow(() -> new ProblemException(NO_AUDIO));
  }

  private StreamingOutput bytes(Playable recording, long first, long last, Download download)
      throws IOException {
    try {
      playback.checkStart(recording, first);
    } catch (AudioPlayback.Damaged damaged) {
      throw new ProblemException(DAMAGED);
    }
    return out -> playback.write(recording, first, last, out, download::progressed);
  }

  private static ResponseBuilder described(
      ResponseBuilder response, Playable recording, long length) {
    return response
        .type(WAV)
        .header(HttpHeaders.CONTENT_LENGTH, length)
        .header("Accept-Ranges", "bytes")
        .header(HttpHeaders.ETAG, tag(recording))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
  }

  /** Changes as long as audio comes in. */
  private static String tag(Playable recording) {
    return "\"%d-%08x\"".formatted(recording.end().value(), recording.stored().hashCode());
  }
}
