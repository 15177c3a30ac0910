package org.medicscribe.transcription.speech;

import java.util.List;

/**
 * What a recogniser must know before it listens.
 *
 * @param language BCP 47 ({@code en}, {@code en-US}, {@code es}) or {@code multi} for mixed talk
 * @param keyTerms words to expect, most important first; never logged
 */
public record SpeechRequest(String language, List<String> keyTerms) {

  public SpeechRequest {
    keyTerms = List.copyOf(keyTerms);
  }

  @Override
  public String toString() {
    return "SpeechRequest[language=" + language + ", keyTerms=" + keyTerms.size() + "]";
  }
}
