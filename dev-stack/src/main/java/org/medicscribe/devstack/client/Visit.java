package org.medicscribe.devstack.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.SampleIndex;

/**
 * A visit from the creation of the encounter to its note, as a browser would live it: streams the
 * recording with acknowledgement and resume, and reads transcript and note.
 */
public final class Visit {

  private static final Duration NOTE_CHECK = Duration.ofSeconds(2);

  private final HttpClient http;
  private final URI gateway;
  private final Tokens tokens;
  private final Narrator narrator;
  private final Api api;

  /** How the visit ended for the person who started it. */
  public enum Outcome {
    NOTE,
    NO_NOTE
  }

  /**
   * @param speed 1 for real time, 0 as fast as the window lets it
   * @param noteLimit how long transcript and note may take once the recording is safe
   */
  public record Plan(
      String patientLabel,
      String language,
      List<String> keyTerms,
      String consentMethod,
      double speed,
      Duration noteLimit) {
    public Plan {
      keyTerms = List.copyOf(keyTerms);
    }
  }

  public Visit(HttpClient http, URI gateway, Tokens tokens, Narrator narrator) {
    this.http = http;
    this.gateway = gateway;
    this.tokens = tokens;
    this.narrator = narrator;
    this.api = new Api(http, gateway, tokens);
  }

  /** Returns with the note, or with the reason why there is none. */
  public Outcome live(RecordedFile file, Plan plan)
      throws VisitFailure, IOException, InterruptedException {
    String encounter = api.create(plan.patientLabel(), plan.language(), plan.keyTerms());
    api.consent(encounter, plan.consentMethod());
    narrator.begun(encounter);
    Transcript transcript = new Transcript(EncounterId.of(encounter));
    if (file.isLive()) {
      Recording recording =
          new Recording(
              new Recording.Way(http, gateway, tokens, encounter),
              file,
              plan.speed(),
              transcript,
              narrator,
              () -> catchUp(encounter, transcript));
      recording.run();
      return awaitNote(encounter, transcript, file.seconds(), plan.noteLimit());
    }
    JsonNode taken = api.upload(encounter, file.path());
    for (JsonNode remark : taken.path("remarks")) {
      narrator.hiccup(remark.path("sentence").asText());
    }
    double seconds = SampleIndex.of(taken.path("totalSamples").asLong()).toSeconds();
    return awaitNote(encounter, transcript, seconds, plan.noteLimit());
  }

  /** What is sure works without a socket too, so the end of a visit is read by plain requests. */
  private Outcome awaitNote(String encounter, Transcript transcript, double seconds, Duration limit)
      throws VisitFailure, IOException, InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    while (System.nanoTime() < deadline) {
      try {
        Optional<Outcome> outcome = lookForNote(encounter, transcript, seconds);
        if (outcome.isPresent()) {
          return outcome.get();
        }
      } catch (VisitFailure failure) {
        if (!failure.isPassing()) {
          throw failure;
        }
        narrator.hiccup(String.valueOf(failure.getMessage()));
      }
      Thread.sleep(NOTE_CHECK);
    }
    throw new VisitFailure(
        "No note after %d s. The recording is safe: encounter %s. Look into .scribe/data/logs."
            .formatted(limit.toSeconds(), encounter));
  }

  private Optional<Outcome> lookForNote(String encounter, Transcript transcript, double seconds)
      throws VisitFailure, IOException, InterruptedException {
    catchUp(encounter, transcript);
    narrator.progress(seconds, seconds, transcript.covered().toSeconds());
    JsonNode notes = api.notes(encounter);
    if (!notes.path("versions").isEmpty()) {
      catchUp(encounter, transcript);
      narrator.note(
          api.note(encounter), Incoming.segments(api.transcript(encounter).path("segments")));
      return Optional.of(Outcome.NOTE);
    }
    JsonNode failure = notes.path("failure");
    if (failure.hasNonNull("code")) {
      narrator.noNote(failure.path("code").asText(), failure.path("advice").asText());
      return Optional.of(Outcome.NO_NOTE);
    }
    return Optional.empty();
  }

  private void catchUp(String encounter, Transcript transcript)
      throws VisitFailure, IOException, InterruptedException {
    JsonNode stored = api.transcript(encounter);
    SampleIndex through = SampleIndex.of(stored.path("coveredSamples").asLong());
    if (through.isAfter(transcript.covered())) {
      narrator.heard(
          transcript.add(
              new Incoming.Heard(
                  transcript.covered(), through, Incoming.segments(stored.path("segments")))));
    }
  }
}
