import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.medicscribe.devstack.client.Narrator;
import org.medicscribe.devstack.client.Visit;
import org.medicscribe.devstack.client.RecordedFile;
import org.medicscribe.devstack.issuer.SignIn;
import org.medicscribe.events.Segment;
import org.medicscribe.simulators.ruler.RulerSignal;
import org.medicscribe.simulators.ruler.RulerVerdict;
import org.medicscribe.simulators.ruler.RulerWord;

static final String NOTE = "note";
static final String NOTHING_TO_NOTE = "nothing-to-note";

/** Nobody begins in the same moment as nineteen others. */
static final Duration APART = Duration.ofMillis(500);

/**
 * Visits whose audio is the ruler, through a deployed suite: {@code <count> <seconds> <url> <issuer>
 * <user> <password>}. Ends with 1 unless every word of every visit was heard exactly once and in
 * order, its audio is stored byte for byte, and the drafter has answered: with a note, or, since
 * these words mean nothing, that there is nothing to note.
 */
void main(String[] arguments) throws Exception {
  int count = Integer.parseInt(arguments[0]);
  int seconds = Integer.parseInt(arguments[1]);
  URI gateway = URI.create(arguments[2]);
  boolean whole = true;
  try (HttpClient http = HttpClient.newHttpClient();
      var visits = Executors.newVirtualThreadPerTaskExecutor()) {
    String token = new SignIn(http, arguments[3]).token(arguments[4], arguments[5]);
    List<Future<Boolean>> outcomes = new ArrayList<>();
    int first = 1 + (int) (System.currentTimeMillis() / 1000 % 10_000);
    for (int i = 0; i < count; i++) {
      int session = first + i;
      outcomes.add(visits.submit(() -> visit(http, gateway, token, session, seconds)));
      Thread.sleep(APART);
    }
    for (Future<Boolean> outcome : outcomes) {
      whole &= outcome.get();
    }
  }
  System.exit(whole ? 0 : 1);
}

boolean visit(HttpClient http, URI gateway, String token, int session, int seconds)
    throws Exception {
  int samples = seconds * RulerSignal.SAMPLES_PER_SECOND;
  byte[] pcm = new RulerSignal(session).pcm(0, samples);
  Path file = Files.createTempFile("ruler", ".wav");
  try {
    Files.write(file, wav(pcm));
    Told told = new Told();
    new Visit(http, gateway, () -> token, told)
        .live(
            ((RecordedFile.Reading.Audio) RecordedFile.read(file)).file(),
            new Visit.Plan(
                "Ruler " + session, "en", List.of(), "spoken", 1, Duration.ofMinutes(5)));
    Installation installation = new Installation(http, gateway, token);
    RulerVerdict verdict =
        RulerVerdict.of(session, RulerWord.count(samples), installation.words(told.encounter));
    boolean stored = Arrays.equals(pcm, installation.audio(told.encounter));
    IO.println(
        "%s; audio stored %s; %s; %d interruptions"
            .formatted(verdict, stored ? "whole" : "NOT AS SENT", told.answer, told.hiccups));
    return verdict.isExact() && stored && List.of(NOTE, NOTHING_TO_NOTE).contains(told.answer);
  } finally {
    Files.delete(file);
  }
}

/** What is stored of a visit. */
record Installation(HttpClient http, URI gateway, String token) {

  List<String> words(String encounter) throws Exception {
    JsonNode transcript = new ObjectMapper().readTree(asked(encounter, "transcript"));
    List<String> words = new ArrayList<>();
    for (JsonNode segment : transcript.path("segments")) {
      segment.path("words").forEach(word -> words.add(word.path("text").asText()));
    }
    return words;
  }

  byte[] audio(String encounter) throws Exception {
    byte[] wav = asked(encounter, "audio");
    return Arrays.copyOfRange(wav, Math.min(44, wav.length), wav.length);
  }

  private byte[] asked(String encounter, String what) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(gateway.resolve("/api/encounters/" + encounter + "/" + what))
            .header("Authorization", "Bearer " + token)
            .build();
    HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(
          "the %s was asked for and %d came".formatted(what, answer.statusCode()));
    }
    return answer.body();
  }
}

byte[] wav(byte[] pcm) {
  ByteBuffer wav = ByteBuffer.allocate(44 + pcm.length).order(ByteOrder.LITTLE_ENDIAN);
  wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + pcm.length);
  wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
  wav.putShort((short) 1).putShort((short) 1);
  wav.putInt(RulerSignal.SAMPLES_PER_SECOND).putInt(RulerSignal.SAMPLES_PER_SECOND * 2);
  wav.putShort((short) 2).putShort((short) 16);
  wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(pcm.length).put(pcm);
  return wav.array();
}

class Told implements Narrator {
  String encounter = "";
  String answer = "";
  int hiccups;

  @Override
  public void begun(String id) {
    encounter = id;
  }

  @Override
  public void heard(List<Segment> added) {}

  @Override
  public void interim(String speaker, String text) {}

  @Override
  public void progress(double sent, double safe, double heard) {}

  @Override
  public void hiccup(String sentence) {
    hiccups++;
  }

  @Override
  public void note(JsonNode note, List<Segment> transcript) {
    answer = NOTE;
  }

  @Override
  public void noNote(String code, String sentence) {
    answer = code;
  }
}
