package org.medicscribe.devstack.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.medicscribe.devstack.client.Narrator;
import org.medicscribe.devstack.client.RecordedFile;
import org.medicscribe.devstack.client.Tokens;
import org.medicscribe.devstack.client.Visit;
import org.medicscribe.events.Segment;
import org.medicscribe.events.Word;
import org.medicscribe.simulators.ruler.RulerAudio;
import org.medicscribe.simulators.ruler.RulerSignal;
import org.medicscribe.simulators.ruler.RulerVerdict;
import org.medicscribe.simulators.ruler.RulerWord;

/**
 * One visit whose audio is the ruler: recorded in real time through the real client, or sent as a
 * file, then judged by its stored transcript and its stored audio.
 */
public final class RulerVisit implements Callable<RulerVisit.Judgement>, Narrator {

  private static final int WAV_HEADER = 44;

  /** Samples written at a time. */
  private static final int PIECE = 10 * RulerSignal.SAMPLES_PER_SECOND;

  /** How long the audio may be on its way into the records once the note is there. */
  private static final Duration STORED = Duration.ofMinutes(3);

  /** One person may listen to a few recordings at once, and all together to some more. */
  private static final Set<Integer> COME_LATER = Set.of(429, 503);

  private static final Duration BUSY_PAUSE = Duration.ofSeconds(1);

  /** How long a note may take at least. */
  private static final Duration NOTE = Duration.ofMinutes(5);

  private static final Duration STORED_CHECK = Duration.ofMillis(200);

  /**
   * What became of the visit.
   *
   * @param audio as storage gives it back
   */
  public record Judgement(
      RulerVerdict words, RulerAudio audio, JsonNode encounter, Visit.Outcome outcome) {

    /** Every word once, and every sample as it was sent. */
    public boolean isWhole() {
      return words.isExact() && audio.isExact();
    }

    @Override
    public String toString() {
      return "encounter %s: %s; %s; %s, coverage %s"
          .formatted(
              encounter.path("id").asText(), words, audio, outcome, encounter.path("coverage"));
    }
  }

  /**
   * How it reaches the suite.
   *
   * @param folder where the recording lies before it is sent
   */
  public record Way(HttpClient http, URI gateway, Tokens tokens, Path folder) {}

  private final Way way;
  private final RulerSignal ruler;
  private final int samples;
  private final int channels;
  private final Duration patience;
  private final CompletableFuture<String> encounter = new CompletableFuture<>();
  private final List<String> told = new CopyOnWriteArrayList<>();
  private volatile double safeSeconds;
  private volatile double sentSeconds;
  private volatile double heardSeconds;
  private volatile List<Segment> transcript = List.of();

  /**
   * @param channels 1 is recorded live; 2, both the same, is no live audio and sent as a file
   */
  public RulerVisit(Way way, int session, Duration length, int channels) {
    this.way = way;
    this.patience = NOTE.plus(length.multipliedBy(2));
    this.channels = channels;
    this.ruler = new RulerSignal(session);
    this.samples = Math.toIntExact(length.toMillis() * RulerSignal.SAMPLES_PER_SECOND / 1000);
  }

  /** Seconds of its audio that the gateway has acknowledged so far. */
  public double safeSeconds() {
    return safeSeconds;
  }

  /** Seconds of its audio that were spoken so far. */
  double sentSeconds() {
    return sentSeconds;
  }

  /** Where the newest of the words ends that came back. */
  double heardSeconds() {
    return heardSeconds;
  }

  /** Whether it still speaks. */
  boolean isSpeaking() {
    return hasBegun() && sentSeconds < (double) samples / RulerSignal.SAMPLES_PER_SECOND;
  }

  /** What its user was told about anything that was slow or failed. */
  public List<String> told() {
    return told;
  }

  public boolean hasBegun() {
    return encounter.isDone();
  }

  /** Its encounter, once there is one. */
  public String encounter() {
    return encounter.join();
  }

  @Override
  public Judgement call() throws Exception {
    Path wav = writeWav();
    RecordedFile file = ((RecordedFile.Reading.Audio) RecordedFile.read(wav)).file();
    Visit.Outcome outcome =
        new Visit(way.http(), way.gateway(), way.tokens(), this)
            .live(
                file,
                new Visit.Plan("Ruler " + ruler.session(), "en", List.of(), "spoken", 1, patience));
    String id = encounter.join();
    JsonNode kept = awaitStored(id);
    return new Judgement(
        RulerVerdict.of(
            ruler.session(),
            RulerWord.count(samples),
            transcript.stream().flatMap(s -> s.words().stream()).map(Word::text).toList()),
        storedAudio(id),
        kept,
        outcome);
  }

  /**
   * The note and the audio reach the records on ways of their own, and after an outage the note may
   * be there first. What is missing when the time is up is for the judge to say.
   */
  private JsonNode awaitStored(String id) throws Exception {
    long deadline = System.nanoTime() + STORED.toNanos();
    JsonNode kept = json("/api/encounters/" + id);
    while (!isWhole(kept.path("coverage")) && System.nanoTime() < deadline) {
      Thread.sleep(STORED_CHECK);
      kept = json("/api/encounters/" + id);
    }
    return kept;
  }

  private boolean isWhole(JsonNode coverage) {
    return coverage.path("storedSamples").asLong() == samples
        && coverage.path("recordedSamples").asLong() == samples;
  }

  private Path writeWav() throws IOException {
    int bytes = samples * RulerSignal.BYTES_PER_SAMPLE;
    Path wav = way.folder().resolve("ruler-" + ruler.session() + ".wav");
    ByteBuffer header = ByteBuffer.allocate(WAV_HEADER).order(ByteOrder.LITTLE_ENDIAN);
    header
        .put("RIFF".getBytes(StandardCharsets.US_ASCII))
        .putInt(WAV_HEADER - 8 + bytes * channels);
    header.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    header.putShort((short) 1).putShort((short) channels);
    header
        .putInt(RulerSignal.SAMPLES_PER_SECOND)
        .putInt(RulerSignal.SAMPLES_PER_SECOND * 2 * channels);
    header.putShort((short) (2 * channels)).putShort((short) 16);
    header.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes * channels);
    try (OutputStream out = Files.newOutputStream(wav)) {
      out.write(header.array());
      for (int from = 0; from < samples; from += PIECE) {
        out.write(onAllChannels(ruler.pcm(from, Math.min(PIECE, samples - from))));
      }
    }
    return wav;
  }

  private byte[] onAllChannels(byte[] pcm) {
    ByteBuffer mono = ByteBuffer.wrap(pcm);
    ByteBuffer all = ByteBuffer.allocate(pcm.length * channels);
    while (mono.hasRemaining()) {
      short sample = mono.getShort();
      for (int channel = 0; channel < channels; channel++) {
        all.putShort(sample);
      }
    }
    return all.array();
  }

  /** Judges the samples that are kept. Who is told to come back later does. */
  private RulerAudio storedAudio(String id) throws Exception {
    long deadline = System.nanoTime() + STORED.toNanos();
    HttpResponse<InputStream> response = audio(id);
    while (COME_LATER.contains(response.statusCode()) && System.nanoTime() < deadline) {
      response.body().close();
      Thread.sleep(BUSY_PAUSE);
      response = audio(id);
    }
    if (response.statusCode() != 200) {
      throw new AssertionError("stored audio: " + response.statusCode());
    }
    try (InputStream body = response.body()) {
      body.skipNBytes(WAV_HEADER);
      return RulerAudio.of(ruler.session(), samples, body);
    }
  }

  private HttpResponse<InputStream> audio(String id) throws Exception {
    return way.http()
        .send(
            request("/api/encounters/" + id + "/audio"), HttpResponse.BodyHandlers.ofInputStream());
  }

  private JsonNode json(String path) throws Exception {
    return new com.fasterxml.jackson.databind.ObjectMapper()
        .readTree(way.http().send(request(path), HttpResponse.BodyHandlers.ofString()).body());
  }

  private HttpRequest request(String path) throws Exception {
    return HttpRequest.newBuilder(way.gateway().resolve(path))
        .header("Authorization", "Bearer " + way.tokens().current())
        .build();
  }

  @Override
  public void begun(String id) {
    encounter.complete(id);
  }

  @Override
  public void heard(List<Segment> added) {
    for (Segment segment : added) {
      heardSeconds = Math.max(heardSeconds, segment.end().toSeconds());
    }
  }

  @Override
  public void interim(@Nullable String speaker, String text) {}

  @Override
  public void progress(double sent, double safe, double heard) {
    safeSeconds = safe;
    sentSeconds = sent;
  }

  @Override
  public void hiccup(String sentence) {
    told.add(sentence);
  }

  @Override
  public void note(JsonNode note, List<Segment> segments) {
    transcript = segments;
  }

  @Override
  public void noNote(String code, String sentence) {
    told.add(code + ": " + sentence);
  }
}
