package org.medicscribe.simulators.deepgram;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules for the query of {@code /v1/listen}.
 *
 * <p>Names, enumerations and defaults: Deepgram's AsyncAPI document, channel {@code /v1/listen}.
 * Codes and messages: answers of the service that were published by its users.
 */
final class ListenQuery {

  /** A query that the provider refuses with 400. */
  static final class Refusal extends Exception {
    private static final long serialVersionUID = 1;
    private final String code;

    Refusal(String code, String message) {
      super(message);
      this.code = code;
    }

    String code() {
      return code;
    }

    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }

  private static final int MAX_KEYTERM_TOKENS = 500;
  private static final String INVALID = "INVALID_QUERY_PARAMETER";

  private static final Set<String> NAMES =
      Set.of(
          "callback",
          "callback_method",
          "channels",
          "detect_entities",
          "diarize",
          "diarize_model",
          "dictation",
          "encoding",
          "endpointing",
          "extra",
          "filler_words",
          "interim_results",
          "keyterm",
          "keywords",
          "language",
          "mip_opt_out",
          "model",
          "multichannel",
          "numerals",
          "profanity_filter",
          "punctuate",
          "redact",
          "replace",
          "sample_rate",
          "search",
          "smart_format",
          "tag",
          "utterance_end_ms",
          "vad_events",
          "version");

  private static final Set<String> MODELS =
      Set.of(
          "nova-3",
          "nova-3-general",
          "nova-3-medical",
          "nova-2",
          "nova-2-general",
          "nova-2-meeting",
          "nova-2-finance",
          "nova-2-conversationalai",
          "nova-2-voicemail",
          "nova-2-video",
          "nova-2-medical",
          "nova-2-drivethru",
          "nova-2-automotive",
          "nova",
          "nova-general",
          "nova-phonecall",
          "nova-medical",
          "enhanced",
          "enhanced-general",
          "enhanced-meeting",
          "enhanced-phonecall",
          "enhanced-finance",
          "base",
          "meeting",
          "phonecall",
          "finance",
          "conversationalai",
          "voicemail",
          "video");

  private static final Set<String> ENCODINGS =
      Set.of(
          "linear16",
          "linear32",
          "flac",
          "alaw",
          "mulaw",
          "amr-nb",
          "amr-wb",
          "opus",
          "ogg-opus",
          "speex",
          "g729");

  private final Map<String, List<String>> query;

  ListenQuery(Map<String, List<String>> query) {
    this.query = query;
  }

  ListenRequest read() throws Refusal {
    for (String name : query.keySet()) {
      if (!NAMES.contains(name)) {
        throw invalid("Unknown query parameters: " + name);
      }
    }
    String model = one("model", "base");
    refuseUnknownModel(model, one("language", "en"));
    refuseKeyterms(model);
    int sampleRate = sampleRate();
    boolean interimResults = flag("interim_results");
    return new ListenRequest(
        model,
        sampleRate,
        number("channels", 1, 1, 16),
        flag("multichannel"),
        interimResults,
        flag("punctuate") | flag("smart_format"),
        flag("diarize") | diarizeModel(),
        flag("vad_events"),
        endpointing(),
        utteranceEnd(interimResults));
  }

  private static void refuseUnknownModel(String model, String language) throws Refusal {
    boolean english = language.equals("en") || language.startsWith("en-");
    boolean spoken =
        english
            || switch (model) {
              case "nova-3-medical" -> language.equals("multi");
              case "nova-2-medical", "nova-medical" -> false;
              default -> true;
            };
    if (!MODELS.contains(model) || !spoken) {
      throw new Refusal(
          "Bad Request", "Bad Request: No such model/language/tier combination found.");
    }
  }

  /** A token is a piece of a word; four letters are taken for one. */
  private void refuseKeyterms(String model) throws Refusal {
    List<String> terms = query.getOrDefault("keyterm", List.of());
    if (!terms.isEmpty() && !model.startsWith("nova-3")) {
      throw new Refusal("Bad Request", "Bad Request: Keyterm prompting needs a nova-3 model.");
    }
    int tokens = 0;
    for (String term : terms) {
      for (String word : term.strip().split("\\s+")) {
        tokens += (word.length() + 3) / 4;
      }
    }
    if (tokens > MAX_KEYTERM_TOKENS) {
      throw new Refusal(
          "Bad Request",
          "Bad Request: Keyterm limit exceeded. The maximum number of tokens across all keyterms"
              + " is 500.");
    }
  }

  private int sampleRate() throws Refusal {
    boolean encoded = query.containsKey("encoding");
    boolean rated = query.containsKey("sample_rate");
    if (encoded && !ENCODINGS.contains(one("encoding", ""))) {
      throw invalid("unknown variant `" + one("encoding", "") + "`, expected an encoding");
    }
    if (encoded != rated) {
      throw invalid("'encoding' and 'sample_rate' must be given together for raw audio");
    }
    if (encoded && !one("encoding", "").equals("linear16")) {
      throw invalid("this simulator decodes linear16 only");
    }
    return rated ? number("sample_rate", 0, 8_000, 48_000) : 0;
  }

  private boolean diarizeModel() throws Refusal {
    String model = one("diarize_model", "");
    if (!Set.of("", "latest", "v1").contains(model)) {
      throw invalid("diarize_model: `" + model + "` is not available for streaming");
    }
    return !model.isEmpty();
  }

  private @Nullable Duration endpointing() throws Refusal {
    return switch (one("endpointing", "10")) {
      case "false" -> null;
      case "true" -> Duration.ofMillis(10);
      default -> Duration.ofMillis(number("endpointing", 10, 0, 60_000));
    };
  }

  private @Nullable Duration utteranceEnd(boolean interimResults) throws Refusal {
    if (!query.containsKey("utterance_end_ms")) {
      return null;
    }
    if (!interimResults) {
      throw invalid("utterance_end_ms needs interim_results=true");
    }
    return Duration.ofMillis(number("utterance_end_ms", 1000, 1000, 5000));
  }

  private boolean flag(String name) throws Refusal {
    return switch (one(name, "false")) {
      case "true" -> true;
      case "false" -> false;
      default -> throw invalid(name + ": provided string was not `true` or `false`");
    };
  }

  private int number(String name, int preset, int least, int most) throws Refusal {
    try {
      int value = Integer.parseInt(one(name, String.valueOf(preset)));
      if (value >= least && value <= most) {
        return value;
      }
      throw invalid(name + ": out of range");
    } catch (NumberFormatException e) {
      throw invalid(name + ": invalid digit found in string");
    }
  }

  private String one(String name, String preset) throws Refusal {
    List<String> values = query.getOrDefault(name, List.of(preset));
    if (values.size() > 1) {
      throw invalid("duplicate field `" + name + "`");
    }
    return values.getFirst();
  }

  private static Refusal invalid(String message) {
    return new Refusal(INVALID, "Failed to deserialize query parameters: " + message);
  }
}
