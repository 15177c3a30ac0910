package org.medicscribe.soapnote.drafting.openai;

import java.util.List;
import java.util.Map;
import org.medicscribe.soapnote.note.Draft;
import org.medicscribe.soapnote.note.DraftStatement;

/**
 * A draft as the model wrote it.
 *
 * @param contradicting where a statement says something else than the model's own account of it
 */
record ModelDraft(Draft draft, Map<DraftStatement, List<String>> contradicting) {

  ModelDraft {
    contradicting = Map.copyOf(contradicting);
  }

  List<String> contradictions(DraftStatement statement) {
    return contradicting.getOrDefault(statement, List.of());
  }

  boolean isEmpty() {
    return draft.sections().stream().allMatch(section -> section.statements().isEmpty());
  }

  @Override
  public String toString() {
    return "ModelDraft[" + draft + "]";
  }
}
