package org.medicscribe.soapnote.verification;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.medicscribe.soapnote.note.NoteLanguage;
import org.medicscribe.soapnote.note.Sentence;
import org.medicscribe.soapnote.reading.TimeExpressions;
import org.medicscribe.soapnote.reading.TimeExpressions.TimeExpression;

/** Dates, weekdays, months and "ago" or "in" agree with what was said. */
final class DatesAgree implements VerificationRule {

  @Override
  public String name() {
    return "dates-agree";
  }

  @Override
  public List<Objection> check(Claim claim) {
    List<TimeExpression> written = TimeExpressions.in(claim.words(), claim.language());
    if (written.isEmpty()) {
      return List.of();
    }
    Set<String> said = new HashSet<>();
    for (Sentence sentence : claim.context()) {
      for (NoteLanguage language : NoteLanguage.values()) {
        TimeExpressions.in(sentence.words(), language)
            .forEach(time -> said.addAll(time.readings()));
      }
    }
    List<Objection> objections = new ArrayList<>();
    for (TimeExpression time : written) {
      if (!time.agreesWith(said)) {
        objections.add(
            Objection.failure(String.join(" ", claim.words().subList(time.from(), time.to()))));
      }
    }
    return objections;
  }
}
