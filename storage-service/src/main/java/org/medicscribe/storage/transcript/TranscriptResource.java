package org.medicscribe.storage.transcript;

import static org.medicscribe.storage.encounter.EncounterProblems.idOf;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.medicscribe.edge.catalogue.Limit;
import org.medicscribe.edge.catalogue.ProblemType;
import org.medicscribe.edge.identity.Caller;
import org.medicscribe.edge.problem.Problem;
import org.medicscribe.edge.problem.ProblemException;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.SegmentId;
import org.medicscribe.storage.encounter.Clinician;
import org.medicscribe.storage.encounter.EncounterProblems;
import org.medicscribe.storage.encounter.EncounterViews;
import org.medicscribe.storage.text.WrittenText;

/** The transcript as far as it is, and its corrections. */
@Path("/api/encounters/{id}/transcript")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class TranscriptResource {

  private static final int TEXT_LENGTH = Limit.SEGMENT.most();
  private static final Pattern SEGMENT = Pattern.compile("s\\d{1,18}");

  /** A label and no name: it stands in the audit trail. */
  private static final Pattern LABEL = Pattern.compile("S?\\d{1,3}");

  private static final Problem NO_SEGMENT = Problem.of(ProblemType.SEGMENT_NOT_FOUND);
  private final Transcripts transcripts;
  private final Corrections corrections;
  private final EncounterViews views;
  private final Clinician clinician;

  TranscriptResource(
      Transcripts transcripts, Corrections corrections, EncounterViews views, Clinician clinician) {
    this.transcripts = transcripts;
    this.corrections = corrections;
    this.views = views;
    this.clinician = clinician;
  }

  /** The body of a correction; what is absent stays. */
  public record Corrected(@Nullable String text, @Nullable String speaker) {
    @Override
    public String toString() {
      return "Corrected";
    }
  }

  @GET
  public Uni<Transcript> get(String id) {
    Caller caller = clinician.caller();
    EncounterId encounterId = idOf(id);
    return views
        .find(caller, encounterId)
        .map(EncounterProblems::found)
        .chain(() -> transcripts.read(encounterId));
  }

  @PATCH
  @Path("/segments/{segmentId}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<TranscriptSegment> correct(String id, String segmentId, @Nullable Corrected body) {
    Caller caller = clinician.caller();
    EncounterId encounterId = idOf(id);
    @Nullable String text = body == null ? null : body.text();
    @Nullable String speaker = body == null ? null : body.speaker();
    if (text == null && speaker == null) {
      throw wrong("text", "Send a text, a speaker, or both.");
    }
    if (text != null) {
      text =
          WrittenText.of(text, TEXT_LENGTH)
              .orElseThrow(() -> wrong("text", "Give 1 to " + TEXT_LENGTH + " characters."));
    }
    if (speaker != null && !LABEL.matcher(speaker).matches()) {
      throw wrong("speaker", "Give a label such as S2; say who it is by its role.");
    }
    if (!SEGMENT.matcher(segmentId).matches()) {
      throw new ProblemException(NO_SEGMENT);
    }
    return corrections
        .correct(caller, encounterId, new SegmentId(segmentId), text, speaker)
        .map(EncounterProblems::valueOf)
        .map(segment -> segment.orElseThrow(() -> new ProblemException(NO_SEGMENT)));
  }

  private static ProblemException wrong(String field, String advice) {
    return new ProblemException(EncounterProblems.invalid(Map.of(field, advice)));
  }
}
