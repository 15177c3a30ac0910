package org.medicscribe.suite;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
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
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.medicscribe.devstack.client.Narrator;
import org.medicscribe.devstack.client.Tokens;
import org.medicscribe.devstack.client.Visit;
import org.medicscribe.devstack.client.WavFile;
import org.medicscribe.events.Segment;
import org.medicscribe.events.Word;
import org.medicscribe.simulators.ruler.RulerSignal;
import org.medicscribe.simulators.ruler.RulerVerdict;
import org.medicscribe.simulators.ruler.RulerWord;

/**
 * One visit whose audio is the ruler: recorded in real time through the real client, then judged by
 * its stored transcript and its stored audio.
 */
final class RulerVisit implements Callable<RulerVisit.Judgement>, Narrator {

  private static final int WAV_HEADER = 44;

  /**
   * What became of the visit.
   *
   * @param stored SHA-256 of the samples as storage gives them back
   * @param sent SHA-256 of the samples as they were sent
   */
  record Judgement(
      RulerVerdict words, String sent, String stored, JsonNode encounter, Visit.Outcome outcome) {}

  private final HttpClient http;
  private final URI gateway;
  private final Tokens tokens;
  private final RulerSignal ruler;
  private final int samples;
  private final Path folder;
  private final CompletableFuture<String> encounter = new CompletableFuture<>();
  private volatile double safeSeconds;
  private volatile List<Segment> transcript = List.of();

  RulerVisit(
      HttpClient http, URI gateway, Tokens tokens, Path folder, int session, Duration length) {
    this.http = http;
    this.gateway = gateway;
    this.tokens = tokens;
    this.folder = folder;
    this.ruler = new RulerSignal(session);
    this.samples = Math.toIntExact(length.toMillis() * RulerSignal.SAMPLES_PER_SECOND / 1000);
  }

  /** Seconds of its audio that the gateway has acknowledged so far. */
  double safeSeconds() {
    return safeSeconds;
  }

  @Override
  public Judgement call() throws Exception {
    byte[] pcm = ruler.pcm(0, samples);
    Path wav = writeWav(pcm);
    WavFile file = ((WavFile.Reading.Audio) WavFile.read(wav)).file();
    Visit.Outcome outcome =
        new Visit(http, gateway, tokens, this)
            .live(
                file,
                new Visit.Plan(
                    "Ruler " + ruler.session(),
                    "en",
                    List.of(),
                    "spoken",
                    1,
                    Duration.ofMinutes(3)));
    String id = encounter.join();
    return new Judgement(
        RulerVerdict.of(
            ruler.session(),
            RulerWord.count(samples),
            transcript.stream().flatMap(s -> s.words().stream()).map(Word::text).toList()),
        sha256(pcm, 0),
        sha256(storedAudio(id), WAV_HEADER),
        json("/api/encounters/" + id),
        outcome);
  }

  private Path writeWav(byte[] pcm) throws IOException {
    Path wav = folder.resolve("ruler-" + ruler.session() + ".wav");
    ByteBuffer header = ByteBuffer.allocate(WAV_HEADER).order(ByteOrder.LITTLE_ENDIAN);
    header.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(WAV_HEADER - 8 + pcm.length);
    header.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    header.putShort((short) 1).putShort((short) 1);
    header.putInt(RulerSignal.SAMPLES_PER_SECOND).putInt(RulerSignal.SAMPLES_PER_SECOND * 2);
    header.putShort((short) 2).putShort((short) 16);
    header.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(pcm.length);
    try (OutputStream out = Files.newOutputStream(wav)) {
      out.write(header.array());
      out.write(pcm);
    }
    return wav;
  }

  private byte[] storedAudio(String id) throws Exception {
    HttpResponse<byte[]> response =
        http.send(
            request("/api/encounters/" + id + "/audio"), HttpResponse.BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new AssertionError("stored audio: " + response.statusCode());
    }
    return response.body();
  }

  private JsonNode json(String path) throws Exception {
    return new com.fasterxml.jackson.databind.ObjectMapper()
        .readTree(http.send(request(path), HttpResponse.BodyHandlers.ofString()).body());
  }

  private HttpRequest request(String path) throws Exception {
    return HttpRequest.newBuilder(gateway.resolve(path))
        .header("Authorization", "Bearer " + tokens.current())
        .build();
  }

  private static String sha256(byte[] bytes, int offset) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes, offset, bytes.length - offset);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void begun(String id) {
    encounter.complete(id);
  }

  @Override
  public void heard(List<Segment> added) {}

  @Override
  public void interim(@Nullable String speaker, String text) {}

  @Override
  public void progress(double sent, double safe, double heard) {
    safeSeconds = safe;
  }

  @Override
  public void hiccup(String sentence) {}

  @Override
  public void note(JsonNode note, List<Segment> segments) {
    transcript = segments;
  }

  @Override
  public void noNote(String code, String sentence) {}
}
