package org.medicscribe.events;

import java.util.List;

/**
 * What a recogniser must know of a recording; told by a recorder's first audio record and again
 * every two seconds, so that any owner of the partition can begin anywhere.
 *
 * @param language {@code en}, {@code es}, ... or {@code multi} for mixed talk
 * @param keyTerms words to expect, most important first; patient text
 */
public record RecordingSettings(String language, List<String> keyTerms) {

  public RecordingSettings {
    keyTerms = List.copyOf(keyTerms);
  }

  @Override
  public String toString() {
    return "RecordingSettings[language=" + language + ", keyTerms=" + keyTerms.size() + "]";
  }
}
