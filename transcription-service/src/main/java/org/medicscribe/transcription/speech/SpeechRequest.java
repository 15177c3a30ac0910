package org.medicscribe.transcription.speech;

import java.util.List;

/**
 * What a recogniser must know before it listens.
 *
 * @param language BCP 47 ({@code en}, {@code en-US}, {@code es}) or {@code multi} for mixed talk
 * @param keyTerms words to expect, most important first; never logged
 * @param memory what the streams of one recording keep for the next one
 */
public record SpeechRequest(String language, List<String> keyTerms, RecordingMemory memory) {

  public SpeechRequest {
    keyTerms = List.copyOf(keyTerms);
  }

  /** Of a recording that no stream has heard of yet. */
  public SpeechRequest(String language, List<String> keyTerms) {
    this(language, keyTerms, new RecordingMemory());
  }

  @Override
  public String toString() {
    return "SpeechRequest[language=" + language + ", keyTerms=" + keyTerms.size() + "]";
  }
}
