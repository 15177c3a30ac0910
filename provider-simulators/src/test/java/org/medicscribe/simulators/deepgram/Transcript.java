package org.medicscribe.simulators.deepgram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.medicscribe.simulators.ruler.RulerVerdict;

/** Collects what a {@link ChannelTranscriber} says, for assertions. */
final class Transcript implements ChannelTranscriber.Listener {

  static final int RATE = 16_000;

  final List<Segment> results = new ArrayList<>();
  final List<Long> speechStarted = new ArrayList<>();
  final List<Long> utteranceEnds = new ArrayList<>();

  static ListenRequest request(String... pairs) {
    Map<String, List<String>> query = new HashMap<>();
    query.put("encoding", List.of("linear16"));
    query.put("sample_rate", List.of("" + RATE));
    for (int i = 0; i < pairs.length; i += 2) {
      query.put(pairs[i], List.of(pairs[i + 1]));
    }
    return switch (ListenRequest.parse(Map.copyOf(query))) {
      case ListenRequest.Accepted accepted -> accepted.request();
      case ListenRequest.Refused refused -> throw new AssertionError(refused);
    };
  }

  static ListenRequest usualRequest() {
    return request(
        "interim_results",
        "true",
        "endpointing",
        "300",
        "utterance_end_ms",
        "1000",
        "vad_events",
        "true",
        "diarize_model",
        "latest");
  }

  ChannelTranscriber transcriber() {
    return transcriber(usualRequest(), DeepgramOptions.defaults());
  }

  ChannelTranscriber transcriber(ListenRequest request, DeepgramOptions options) {
    return new ChannelTranscriber(request, RATE, options, this);
  }

  @Override
  public void result(Segment segment) {
    results.add(segment);
  }

  @Override
  public void speechStarted(long at) {
    speechStarted.add(at);
  }

  @Override
  public void utteranceEnd(long lastWordEnd) {
    utteranceEnds.add(lastWordEnd);
  }

  List<Segment> finals() {
    return results.stream().filter(Segment::isFinal).toList();
  }

  List<Segment> interims() {
    return results.stream().filter(segment -> !segment.isFinal()).toList();
  }

  List<String> finalWords() {
    return finals().stream()
        .flatMap(segment -> segment.words().stream())
        .map(HeardWord::text)
        .toList();
  }

  RulerVerdict verdict(int session, long expected) {
    return RulerVerdict.of(session, expected, finalWords());
  }
}
