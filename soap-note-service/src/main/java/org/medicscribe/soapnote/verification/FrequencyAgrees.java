package org.medicscribe.soapnote.verification;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.medicscribe.soapnote.reading.Frequencies;
import org.medicscribe.soapnote.reading.Frequencies.Frequency;

/** How often something is taken or done is said in the evidence. */
final class FrequencyAgrees implements VerificationRule {

  @Override
  public String name() {
    return "frequency-agrees";
  }

  @Override
  public List<Objection> check(Claim claim) {
    Set<String> spoken =
        claim.context().stream()
            .flatMap(sentence -> Frequencies.in(sentence.words()).stream())
            .map(Frequency::rate)
            .collect(Collectors.toSet());
    return Frequencies.in(claim.words()).stream()
        .filter(written -> !spoken.contains(written.rate()))
        .map(written -> Objection.failure(wordsOf(claim, written)))
        .toList();
  }

  private static String wordsOf(Claim claim, Frequency frequency) {
    return String.join(" ", claim.words().subList(frequency.from(), frequency.to()));
  }
}
