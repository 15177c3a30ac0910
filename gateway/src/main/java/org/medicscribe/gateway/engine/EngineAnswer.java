package org.medicscribe.gateway.engine;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * What a service says about the engine that serves there.
 *
 * @param name as shown to users
 * @param embedded whether what it is given stays on this installation
 * @param languages those it understands, or writes
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record EngineAnswer(String name, boolean embedded, List<String> languages) {

  public EngineAnswer {
    requireNonNull(name, "an engine without a name");
    languages = List.copyOf(languages);
  }
}
