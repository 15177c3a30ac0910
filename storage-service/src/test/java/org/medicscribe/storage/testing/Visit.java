package org.medicscribe.storage.testing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.common.header.Header;
import org.medicscribe.events.AudioEvent.RecorderChanged;
import org.medicscribe.events.AudioEvent.RecordingStopped;
import org.medicscribe.events.AudioEvent.StopReason;
import org.medicscribe.events.AudioRecords;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.EngineName;
import org.medicscribe.events.EventJson;
import org.medicscribe.events.NoteEvent;
import org.medicscribe.events.NoteEvent.NoteDrafted;
import org.medicscribe.events.NoteRequestId;
import org.medicscribe.events.RecordingSettings;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.events.Segment;
import org.medicscribe.events.SegmentId;
import org.medicscribe.events.SoapNote;
import org.medicscribe.events.Topics;
import org.medicscribe.events.TranscriptEvent;
import org.medicscribe.events.TranscriptEvent.RevisedSegment;
import org.medicscribe.events.TranscriptEvent.SegmentsFinalized;
import org.medicscribe.events.TranscriptEvent.SpeakersRevised;
import org.medicscribe.events.TranscriptEvent.TranscriptCompleted;
import org.medicscribe.events.Word;
import org.medicscribe.storage.note.Drafts;

/** A visit as a clinician, a recorder and a recogniser take part in it. */
public final class Visit {

  public static final EngineName ENGINE = new EngineName("test engine", true);

  private static final Header SETTINGS =
      AudioRecords.settingsHeader(new RecordingSettings("en", List.of()));

  private final EncounterId id;
  private final String token;

  private Visit(EncounterId id, String token) {
    this.id = id;
    this.token = token;
  }

  public static Visit create(String token) {
    return create(token, Map.of("patientLabel", "Ana"));
  }

  public static Visit create(String token, Map<String, ?> body) {
    String id =
        as(token)
            .contentType("application/json")
            .body(body)
            .post("/api/encounters")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    return new Visit(EncounterId.of(id), token);
  }

  /** With consent and a recorder: audio may come. */
  public static Visit recording(String token) {
    Visit visit = create(token);
    visit.consent("granted").then().statusCode(201);
    visit.claim("tab-1", false).then().statusCode(200);
    return visit;
  }

  /** Transcribed and drafted: s1-1 verified, s1-2 unsupported, o1-1 open. */
  public static Visit drafted(String token) {
    Visit visit = recording(token);
    visit.hear(0, 48_000, "Penicillin.", "Amoxicillin.", "Come back in two weeks.");
    visit.stop(48_000);
    visit.complete(48_000);
    visit.awaitState("drafting");
    visit.draft(Drafts.ofAVisit());
    visit.awaitNote(1);
    return visit;
  }

  /** Drafted, and saved as version 2 with nothing open. */
  public static Visit settled(String token) {
    Visit visit = drafted(token);
    visit
        .save(
            1,
            """
            {"sections": [
              {"code": "subjective", "statements": [{"id": "s1-1", "text": "Penicillin: rash."}]},
              {"code": "plan", "statements": [
                {"id": "s1-2", "text": "Amoxicillin 500 mg.", "accepted": true}]}],
             "omissions": [
              {"id": "o1-1", "resolution": {"kind": "dismissed", "reason": "Booked already"}}]}
            """)
        .then()
        .statusCode(200);
    return visit;
  }

  /** Settled and signed. */
  public static Visit signed(String token) {
    Visit visit = settled(token);
    visit.sign(2).then().statusCode(201);
    return visit;
  }

  public Response sign(int seen) {
    return as(token)
        .contentType("application/json")
        .header("If-Match", tag(seen))
        .body(Map.of("attestation", "I have checked this note."))
        .post(path() + "/note/signature");
  }

  public Response correct(String segment, Map<String, ?> body) {
    return as(token)
        .contentType("application/json")
        .body(body)
        .patch(path() + "/transcript/segments/" + segment);
  }

  public Response name(String speaker, String role) {
    return as(token)
        .contentType("application/json")
        .body(Map.of("role", role))
        .put(path() + "/speakers/" + speaker);
  }

  /** Says who is treated. */
  public Response identify(Map<String, ?> patient) {
    return as(token).contentType("application/json").body(patient).put(path() + "/patient");
  }

  public Response addendum(String text) {
    return as(token)
        .contentType("application/json")
        .body(Map.of("text", text))
        .post(path() + "/note/addenda");
  }

  public static RequestSpecification as(String token) {
    return given().auth().oauth2(token);
  }

  public EncounterId id() {
    return id;
  }

  public String path() {
    return "/api/encounters/" + id;
  }

  public Response get(String below) {
    return as(token).get(path() + below);
  }

  public Response consent(String decision) {
    return as(token)
        .contentType("application/json")
        .body(Map.of("decision", decision, "method", "spoken", "givenBy", "patient"))
        .post(path() + "/consent");
  }

  public Response claim(String recorderId, boolean takeOver) {
    return claim(Map.of("recorderId", recorderId, "takeOver", takeOver));
  }

  /** As a finished recording. */
  public Response claimWhole(String recorderId) {
    return claim(Map.of("recorderId", recorderId, "whole", true));
  }

  private Response claim(Map<String, ?> claim) {
    return as(token).contentType("application/json").body(claim).put(path() + "/recorder");
  }

  public Response askForNote() {
    return as(token)
        .contentType("application/json")
        .body(Map.of("template", "soap"))
        .post(path() + "/notes");
  }

  /** A draft that somebody asked for, as its drafter answers. */
  public void draft(SoapNote note) {
    answer(askForNote().then().statusCode(202).extract().path("noteRequestId"), note);
  }

  public void answer(String request, SoapNote note) {
    send(new NoteDrafted(id, NoteRequestId.of(request), note, ENGINE, Instant.now()));
  }

  /** The working note, once it is in this version. */
  public Response awaitNote(int version) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> tag(version).equals(get("/note").header("ETag")));
    return get("/note");
  }

  public void awaitNoteDrafting(boolean drafting) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> get("/note").jsonPath().getBoolean("drafting") == drafting);
  }

  /** Saves the note as the body says, from the version that was seen. */
  public Response save(int seen, Object body) {
    return as(token)
        .contentType("application/json")
        .header("If-Match", tag(seen))
        .body(body)
        .put(path() + "/note");
  }

  public static String tag(int version) {
    return "\"" + version + "\"";
  }

  public String state() {
    return get("").path("state");
  }

  public void awaitState(String state) {
    await().atMost(Duration.ofSeconds(40)).until(this::state, state::equals);
  }

  public void awaitEncounter(Predicate<io.restassured.path.json.JsonPath> condition) {
    await().atMost(Duration.ofSeconds(20)).until(() -> condition.test(get("").jsonPath()));
  }

  public void awaitStored(long samples) {
    awaitEncounter(json -> json.getLong("coverage.storedSamples") == samples);
  }

  /** Sends the samples {@code [from, to)} of the test signal in chunks of a tenth of a second. */
  public void speak(long from, long to) {
    speak(1, from, to);
  }

  /** The same by the recorder of this claim. */
  public void speak(long claim, long from, long to) {
    for (long first = from; first < to; first += 1600) {
      long end = Math.min(first + 1600, to);
      Broker.send(
          Topics.AUDIO,
          id.toString(),
          signal(first, end),
          AudioRecords.chunkHeaders(
              SampleIndex.of(first), SETTINGS, AudioRecords.claimHeader(claim)));
    }
  }

  /** As the gateway of a recorder that follows another. */
  public void change(long claim) {
    Broker.send(
        Topics.AUDIO,
        id.toString(),
        AudioRecords.changedValue(new RecorderChanged(claim)),
        AudioRecords.changedHeaders());
  }

  public void stop(long totalSamples) {
    stop(new RecordingStopped(SampleIndex.of(totalSamples), StopReason.STOPPED));
  }

  public void stop(RecordingStopped stopped) {
    Broker.send(
        Topics.AUDIO,
        id.toString(),
        AudioRecords.stoppedValue(stopped),
        AudioRecords.stoppedHeaders());
  }

  /** A final over {@code [from, through)} with one word a second. */
  public void hear(long from, long through, String... words) {
    long step = (through - from) / Math.max(1, words.length);
    List<Word> heard = new java.util.ArrayList<>();
    for (int i = 0; i < words.length; i++) {
      heard.add(
          new Word(
              words[i],
              SampleIndex.of(from + i * step),
              SampleIndex.of(from + (i + 1) * step),
              0.9));
    }
    send(
        new SegmentsFinalized(
            id,
            SampleIndex.of(from),
            SampleIndex.of(through),
            heard.isEmpty() ? List.of() : List.of(Segment.of("S1", heard)),
            ENGINE));
  }

  /** The recogniser says who said a segment after all. */
  public void revise(String segment, String speaker) {
    send(new SpeakersRevised(id, List.of(new RevisedSegment(new SegmentId(segment), speaker))));
  }

  public void complete(long totalSamples) {
    send(new TranscriptCompleted(id, SampleIndex.of(totalSamples), ENGINE));
  }

  public void send(TranscriptEvent event) {
    Broker.send(Topics.TRANSCRIPT, id.toString(), EventJson.transcript().write(event), List.of());
  }

  public void send(NoteEvent event) {
    Broker.send(Topics.NOTE, id.toString(), EventJson.note().write(event), List.of());
  }

  /** A signal in which no two neighbouring seconds are alike. */
  public static byte[] signal(long from, long to) {
    ByteBuffer pcm =
        ByteBuffer.allocate(Math.toIntExact((to - from) * SampleIndex.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN);
    for (long sample = from; sample < to; sample++) {
      pcm.putShort((short) (sample * 31 + sample / 7));
    }
    return pcm.array();
  }
}
