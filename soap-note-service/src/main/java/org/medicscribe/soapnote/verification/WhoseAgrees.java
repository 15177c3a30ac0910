package org.medicscribe.soapnote.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.medicscribe.soapnote.note.PlainWords;
import org.medicscribe.soapnote.reading.Concepts;
import org.medicscribe.soapnote.reading.Concepts.Kind;
import org.medicscribe.soapnote.reading.FunctionWords;
import org.medicscribe.soapnote.reading.Holders;
import org.medicscribe.soapnote.reading.Holders.Holder;

/** What was said of a relative, or by a companion of herself, is not written of the patient. */
final class WhoseAgrees implements VerificationRule {

  /** A note names somebody else with these, too. */
  private static final Set<String> OTHERS =
      Set.of(
          "family",
          "familial",
          "familiar",
          "hereditary",
          "companion",
          "caregiver",
          "relatives",
          "maternal",
          "paternal",
          "familia",
          "acompanante",
          "fh");

  /** Of a child, and of whom a voice calls he or she, a companion may speak. */
  private static final Set<Holder> MAY_BE_THE_PATIENT = Set.of(Holder.CHILD, Holder.THIRD);

  /** Said of whoever found out and of when, not of whose it is. */
  private static final Set<String> NOBODYS =
      Set.of(
          "diagnosed",
          "diagnosis",
          "told",
          "found",
          "past",
          "last",
          "couple",
          "ago",
          "days",
          "day",
          "weeks",
          "week",
          "months",
          "month",
          "years",
          "year",
          "time",
          "times",
          "lot");

  private static final Pattern CLAUSE_END =
      Pattern.compile(
          "(?i)[.;](?!\\d)|\\b(?:and|but) (?=(?:the )?patient (?:has|had|is|was|takes|died)\\b)");

  /** After "mother with asthma; she": still of her. */
  private static final Set<String> SAME_PERSON = Set.of("he", "she", "they", "her", "his", "who");

  private final Holders holders;
  private final Concepts concepts;

  WhoseAgrees(Holders holders, Concepts concepts) {
    this.holders = holders;
    this.concepts = concepts;
  }

  @Override
  public String name() {
    return "whose-agrees";
  }

  @Override
  public List<Objection> check(Claim claim) {
    if (claim.quoted().isEmpty()) {
      return List.of();
    }
    WhoseWords said = new WhoseWords(claim, holders);
    if (said.areOfARelativeOnly() && !namesAnother(claim.words())) {
      return List.of(Objection.failure(claim.text()));
    }
    List<Objection> objections = new ArrayList<>();
    boolean another = false;
    for (String clause : CLAUSE_END.split(claim.text())) {
      List<String> words = PlainWords.of(clause);
      boolean goesOn = another && words.stream().limit(2).anyMatch(SAME_PERSON::contains);
      another = goesOn || namesAnother(words);
      if (!another) {
        objection(words, said).ifPresent(objections::add);
      }
    }
    return objections;
  }

  private static Optional<Objection> objection(List<String> clause, WhoseWords said) {
    int patients = 0;
    boolean mayBeThePatient = true;
    List<String> others = new ArrayList<>();
    for (String word : FunctionWords.removedFrom(clause)) {
      if (NOBODYS.contains(word)) {
        continue;
      }
      Set<Holder> whose = said.of(word);
      if (whose.contains(Holder.PATIENT)) {
        patients++;
      } else if (!whose.isEmpty()) {
        others.add(word);
        mayBeThePatient &= MAY_BE_THE_PATIENT.containsAll(whose);
      }
    }
    if (others.isEmpty() || others.size() < patients) {
      return Optional.empty();
    }
    boolean doubted = mayBeThePatient || others.size() == patients;
    String about = String.join(" ", others);
    return Optional.of(doubted ? Objection.doubt(about) : Objection.failure(about));
  }

  private boolean namesAnother(List<String> clause) {
    return clause.stream().anyMatch(OTHERS::contains)
        || concepts.in(clause).stream().anyMatch(mention -> mention.isOf(Kind.KIN));
  }
}
