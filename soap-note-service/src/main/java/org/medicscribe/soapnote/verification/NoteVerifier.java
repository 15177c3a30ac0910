package org.medicscribe.soapnote.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.medicscribe.events.NoteTemplate;
import org.medicscribe.events.SoapNote.Evidence;
import org.medicscribe.events.SoapNote.Finding;
import org.medicscribe.events.SoapNote.Section;
import org.medicscribe.events.SoapNote.Statement;
import org.medicscribe.events.SoapNote.Verification;
import org.medicscribe.soapnote.note.Draft;
import org.medicscribe.soapnote.note.DraftSection;
import org.medicscribe.soapnote.note.DraftStatement;
import org.medicscribe.soapnote.note.NoteLanguage;
import org.medicscribe.soapnote.note.TranscriptIndex;
import org.medicscribe.soapnote.reading.CertaintyReader;
import org.medicscribe.soapnote.reading.Concepts;
import org.medicscribe.soapnote.reading.Holders;
import org.medicscribe.soapnote.reading.Medicines;
import org.medicscribe.soapnote.reading.Opposites;
import org.medicscribe.soapnote.reading.Retractions;

/** Applies every rule to every statement. Pure; one instance serves all threads. */
public final class NoteVerifier {

  /** The rule that a statement without any citation breaks; it needs no reading. */
  private static final String EVIDENCE_GIVEN = "evidence-given";

  private final List<VerificationRule> rules;

  private final Retractions retractions;

  public NoteVerifier(Medicines medicines) {
    Concepts concepts = Concepts.fromWordLists();
    Opposites opposites = Opposites.fromWordLists();
    CertaintyReader certainty = CertaintyReader.fromWordLists();
    this.retractions = new Retractions(medicines, concepts);
    this.rules =
        List.of(
            new QuoteStands(),
            new AnswerGiven(),
            new NumbersAgree(),
            new UnitsAgree(),
            new LimitsAgree(),
            new RangesAgree(),
            new FrequencyAgrees(),
            new DatesAgree(),
            new LateralityAgrees(),
            new NegationAgrees(concepts),
            new MedicinesAgree(medicines),
            new ValuesBelong(medicines, concepts),
            new SidesBelong(opposites),
            new OppositesAgree(opposites),
            new TreatmentAgrees(medicines),
            new CertaintyAgrees(certainty, concepts),
            new WhoseAgrees(new Holders(concepts), concepts),
            new SpeakerMaySay(),
            new WordsWereSaid(concepts, medicines),
            new HeardWell(medicines),
            new SubjectStands(concepts),
            new NoIdentifiers());
  }

  /** All sections of the template, in its order, empty ones included. */
  public List<Section> verify(
      Draft draft, NoteTemplate template, NoteLanguage language, TranscriptIndex transcript) {
    Visit visit = new Visit(transcript, draft.roles(), retractions);
    return template.sections().stream()
        .map(section -> section(section, draft, language, visit))
        .toList();
  }

  private Section section(
      NoteTemplate.Section wanted, Draft draft, NoteLanguage language, Visit visit) {
    List<Statement> statements = new ArrayList<>();
    for (DraftSection section : draft.sections()) {
      if (section.code().equals(wanted.code())) {
        for (DraftStatement statement : section.statements()) {
          String id = wanted.code() + "-" + (statements.size() + 1);
          statements.add(verified(id, statement, new Claim(statement, wanted, language, visit)));
        }
      }
    }
    return new Section(wanted.code(), statements);
  }

  private Statement verified(String id, DraftStatement statement, Claim claim) {
    return new Statement(id, statement.text(), evidence(claim), verification(claim));
  }

  private Verification verification(Claim claim) {
    if (claim.quotations().isEmpty()) {
      return new Verification(
          Verification.Status.UNSUPPORTED, List.of(new Finding(EVIDENCE_GIVEN, "")));
    }
    List<Finding> findings = new ArrayList<>();
    Verification.Status status = Verification.Status.VERIFIED;
    for (VerificationRule rule : rules) {
      for (Objection objection : rule.check(claim)) {
        findings.add(new Finding(rule.name(), objection.words()));
        status = worse(status, objection.weight());
      }
    }
    return new Verification(status, findings.stream().distinct().toList());
  }

  private static Verification.Status worse(Verification.Status status, Objection.Weight weight) {
    return switch (weight) {
      case FAILURE -> Verification.Status.UNSUPPORTED;
      case DOUBT -> status == Verification.Status.VERIFIED ? Verification.Status.PARTLY : status;
    };
  }

  /** What can be shown: a citation of the wrong line points to the right one. */
  private static List<Evidence> evidence(Claim claim) {
    return claim.quotations().stream()
        .flatMap(quotation -> evidence(quotation).stream())
        .distinct()
        .toList();
  }

  private static Optional<Evidence> evidence(Quotation quotation) {
    String quote = quotation.citation().quote();
    return switch (quotation) {
      case Quotation.Standing standing ->
          Optional.of(new Evidence(standing.line().segment(), quote));
      case Quotation.Elsewhere elsewhere ->
          Optional.of(new Evidence(elsewhere.line().segment(), quote));
      case Quotation.NeverSaid never -> Optional.of(new Evidence(never.line().segment(), quote));
      case Quotation.Nowhere nowhere -> Optional.empty();
    };
  }
}
