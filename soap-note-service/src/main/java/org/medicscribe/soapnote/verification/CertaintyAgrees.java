package org.medicscribe.soapnote.verification;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.medicscribe.soapnote.note.Sentence;
import org.medicscribe.soapnote.reading.Certainty;
import org.medicscribe.soapnote.reading.CertaintyReader;
import org.medicscribe.soapnote.reading.Concepts;
import org.medicscribe.soapnote.reading.Concepts.Concept;
import org.medicscribe.soapnote.reading.Concepts.Kind;
import org.medicscribe.soapnote.reading.FunctionWords;
import org.medicscribe.soapnote.reading.Stems;

/**
 * What was only possible, conditional, heard of or doubted is not written as a fact. What may be so
 * and is written as if it were is a doubt; the rest fails.
 */
final class CertaintyAgrees implements VerificationRule {

  /** A note says these of what may come: advice, warnings, reasons. */
  private static final Set<String> ADVICE =
      Set.of(
          "for",
          "return",
          "call",
          "if",
          "advised",
          "advise",
          "warned",
          "educated",
          "counseled",
          "instructed",
          "precautions",
          "risk",
          "risks",
          "prevent",
          "avoid",
          "when",
          "monitor",
          "should",
          "concern",
          "concerned",
          "por",
          "si",
          "para",
          "acudir",
          "regresar",
          "while",
          "during",
          "upon");

  /** What somebody thinks is no more than that. */
  private static final Set<String> THINKING =
      Set.of(
          "thought", "thinks", "believes", "attributes", "attributed", "feels", "cree", "piensa");

  /** What comes next in the statement depends on it. */
  private static final Set<String> CONDITIONS = Set.of("if", "should", "when", "unless", "si");

  /** What was told to the patient may be told as advice; what it is about keeps its certainty. */
  private static final Set<String> TELLING = Set.of("discussed", "explained", "reviewed");

  /** What is denied is not claimed. */
  private static final Set<String> DENIALS =
      Set.of("no", "not", "denies", "without", "never", "negative", "niega", "sin", "nunca");

  private static final Set<Kind> THINGS =
      EnumSet.of(Kind.CONDITION, Kind.FINDING, Kind.PLAN, Kind.SYMPTOM);

  /** So many words in a row are said of one thing. */
  private static final int PHRASE = 2;

  private final CertaintyReader reader;
  private final Concepts concepts;

  CertaintyAgrees(CertaintyReader reader, Concepts concepts) {
    this.reader = reader;
    this.concepts = concepts;
  }

  @Override
  public String name() {
    return "certainty-agrees";
  }

  @Override
  public List<Objection> check(Claim claim) {
    Map<String, Set<Certainty>> said = said(claim);
    Map<Concept, Set<Certainty>> things = things(claim);
    List<Objection> objections = new ArrayList<>();
    boolean condition = false;
    for (CertaintyReader.Clause clause : reader.clauses(claim.text())) {
      boolean follows = condition;
      condition = CONDITIONS.contains(clause.words().getFirst());
      if (clause.words().stream()
          .anyMatch(word -> DENIALS.contains(word) || word.endsWith("n't"))) {
        continue;
      }
      boolean advises = follows || clause.words().stream().anyMatch(ADVICE::contains);
      boolean tells = clause.words().stream().anyMatch(TELLING::contains);
      Certainty surest = advises || tells ? Certainty.STATED : surest(clause.words(), said, claim);
      if (surest == Certainty.STATED
          && !advises
          && (hedgesAThing(clause, things) || hedgesAPhrase(clause.words(), said, claim))) {
        surest = Certainty.HEDGED;
      }
      boolean thinks = clause.words().stream().anyMatch(THINKING::contains);
      if (surest.compareTo(clause.certainty()) > 0 && !(thinks && surest == Certainty.HEDGED)) {
        String words = String.join(" ", clause.words());
        objections.add(
            surest == Certainty.HEDGED ? Objection.doubt(words) : Objection.failure(words));
      }
    }
    if (objections.isEmpty()) {
      new CloseHedges(claim).dropped().map(Objection::doubt).ifPresent(objections::add);
    }
    return objections;
  }

  /** How sure most of the clause's words were said at best. */
  private static Certainty surest(
      List<String> words, Map<String, Set<Certainty>> said, Claim claim) {
    int stated = 0;
    int unsure = 0;
    Certainty weakest = Certainty.STATED;
    for (String stem : Stems.setOf(FunctionWords.removedFrom(words), claim.language())) {
      Set<Certainty> certainties = said.getOrDefault(stem, Set.of());
      if (certainties.contains(Certainty.STATED)) {
        stated++;
      } else if (!certainties.isEmpty()) {
        unsure++;
        Certainty best = certainties.iterator().next();
        weakest = best.compareTo(weakest) > 0 ? best : weakest;
      }
    }
    return unsure > stated ? weakest : Certainty.STATED;
  }

  /** Words in a row were never said together without "likely". */
  private static boolean hedgesAPhrase(
      List<String> words, Map<String, Set<Certainty>> said, Claim claim) {
    int run = 0;
    for (String stem : Stems.of(FunctionWords.removedFrom(words), claim.language())) {
      run = said.getOrDefault(stem, Set.of()).equals(Set.of(Certainty.HEDGED)) ? run + 1 : 0;
      if (run == PHRASE) {
        return true;
      }
    }
    return false;
  }

  /** A thing was never named without "may" or "possible". */
  private boolean hedgesAThing(CertaintyReader.Clause clause, Map<Concept, Set<Certainty>> things) {
    return concepts.in(clause.words()).stream()
        .filter(mention -> THINGS.stream().anyMatch(mention::isOf))
        .anyMatch(mention -> {
          Set<Certainty> all = EnumSet.noneOf(Certainty.class);
          mention.concepts().forEach(each -> all.addAll(things.getOrDefault(each, Set.of())));
          return !all.isEmpty() && !all.contains(Certainty.STATED);
        });
  }

  private Map<Concept, Set<Certainty>> things(Claim claim) {
    Map<Concept, Set<Certainty>> things = new HashMap<>();
    for (Sentence sentence : claim.quoted()) {
      for (CertaintyReader.Clause clause : reader.clauses(sentence.text())) {
        for (Concept thing : concepts.meantBy(clause.words())) {
          things
              .computeIfAbsent(thing, t -> EnumSet.noneOf(Certainty.class))
              .add(clause.certainty());
        }
      }
    }
    return things;
  }

  private Map<String, Set<Certainty>> said(Claim claim) {
    Map<String, Set<Certainty>> said = new HashMap<>();
    for (Sentence sentence : claim.context()) {
      for (CertaintyReader.Clause clause : reader.clauses(sentence.text())) {
        for (String stem :
            Stems.setOf(FunctionWords.removedFrom(clause.words()), claim.language())) {
          said.computeIfAbsent(stem, s -> EnumSet.noneOf(Certainty.class)).add(clause.certainty());
        }
      }
    }
    return said;
  }
}
