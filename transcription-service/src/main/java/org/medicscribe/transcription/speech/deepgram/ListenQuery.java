package org.medicscribe.transcription.speech.deepgram;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.medicscribe.transcription.speech.SpeechRequest;

/** The query that asks for what we want. */
final class ListenQuery {

  private ListenQuery() {}

  static String of(DeepgramConfig config, SpeechRequest request) {
    boolean english = request.language().equals("en") || request.language().startsWith("en-");
    StringBuilder query = new StringBuilder();
    add(query, "model", config.model());
    // The medical model knows English variants, and every other tongue as a part of mixed talk.
    add(query, "language", english ? request.language() : "multi");
    add(query, "encoding", "linear16");
    add(query, "sample_rate", "16000");
    add(query, "channels", "1");
    add(query, "interim_results", "true");
    add(query, "smart_format", "true");
    add(query, "punctuate", "true");
    add(query, "diarize_model", "latest");
    // Speakers of several languages are told apart by shorter pauses, says the provider.
    add(query, "endpointing", english ? "300" : "100");
    add(query, "utterance_end_ms", "1000");
    add(query, "vad_events", "true");
    // Without it the provider keeps what patients say to improve its models.
    add(query, "mip_opt_out", "true");
    for (String term : KeyTerms.withinLimit(request.keyTerms())) {
      add(query, "keyterm", term);
    }
    return query.toString();
  }

  private static void add(StringBuilder query, String name, String value) {
    if (!query.isEmpty()) {
      query.append('&');
    }
    String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    query.append(name).append('=').append(encoded);
  }
}
