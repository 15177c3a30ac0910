package org.medicscribe.transcription.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.events.Word;
import org.medicscribe.transcription.speech.SpokenWord;

/**
 * Gives the voices of an encounter the labels {@code S1}, {@code S2}, ... and keeps them when a new
 * stream begins to number its speakers at zero again.
 *
 * <p>A new stream hears the last moments of the old one once more: a number heard where a known
 * voice spoke is that voice. A number heard without such a witness takes the label that follows in
 * the order of appearance, the voice that spoke last coming first. So two voices can be exchanged
 * when a stream breaks in silence; nothing on the wire would tell.
 */
final class SpeakerLabels {

  /** How far back words are remembered as witnesses. */
  private static final long MEMORY_SAMPLES = 10L * SampleIndex.PER_SECOND;

  private record Spoken(Word word, String label) {}

  private final boolean lasting;
  private final Map<Integer, String> labels = new HashMap<>();
  private final List<String> known = new ArrayList<>();
  private final List<Spoken> witnesses = new ArrayList<>();

  /**
   * @param lasting whether a number means the same voice in every stream
   */
  SpeakerLabels(boolean lasting) {
    this.lasting = lasting;
  }

  /** A new stream: its numbers mean nothing yet, unless they last. */
  void newStream() {
    if (!lasting) {
      labels.clear();
    }
  }

  /** The label of a number that the recogniser gives to words of before. */
  String revised(int speaker) {
    return labels.computeIfAbsent(speaker, _ -> next());
  }

  /** The label of a number already met in this stream. */
  @Nullable String known(@Nullable Integer speaker) {
    return speaker == null ? null : labels.get(speaker);
  }

  /** The label for the speaker of a final word. */
  @Nullable String of(SpokenWord spoken, Word word) {
    Integer speaker = spoken.speaker();
    if (speaker == null) {
      return null;
    }
    String label = labels.get(speaker);
    if (label == null) {
      label = lasting ? next() : choose(word);
      labels.put(speaker, label);
    }
    remember(word, label);
    return label;
  }

  private String choose(Word word) {
    for (int i = witnesses.size() - 1; i >= 0; i--) {
      Spoken witness = witnesses.get(i);
      if (overlaps(witness.word(), word) && !labels.containsValue(witness.label())) {
        return witness.label();
      }
    }
    if (labels.isEmpty() && !witnesses.isEmpty()) {
      return witnesses.getLast().label();
    }
    for (String label : known) {
      if (!labels.containsValue(label)) {
        return label;
      }
    }
    return next();
  }

  private String next() {
    String label = "S" + (known.size() + 1);
    known.add(label);
    return label;
  }

  private void remember(Word word, String label) {
    if (!witnesses.isEmpty() && word.end().isBefore(witnesses.getLast().word().end())) {
      return;
    }
    witnesses.add(new Spoken(word, label));
    SampleIndex oldest = SampleIndex.of(Math.max(0, word.end().value() - MEMORY_SAMPLES));
    witnesses.removeIf(witness -> witness.word().end().isBefore(oldest));
  }

  private static boolean overlaps(Word a, Word b) {
    return a.start().isBefore(b.end()) && b.start().isBefore(a.end());
  }
}
