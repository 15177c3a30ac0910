package org.medicscribe.storage.note;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.medicscribe.events.NoteTemplate;
import org.medicscribe.events.SegmentId;
import org.medicscribe.events.ShippedTemplates;
import org.medicscribe.events.SoapNote;
import org.medicscribe.events.SoapNote.Evidence;
import org.medicscribe.events.SoapNote.Finding;
import org.medicscribe.events.SoapNote.Section;
import org.medicscribe.events.SoapNote.SectionCode;
import org.medicscribe.events.SoapNote.SpeakerRole;
import org.medicscribe.events.SoapNote.Statement;
import org.medicscribe.events.SoapNote.Verification;
import org.medicscribe.events.SoapNote.Verification.Status;

/** Notes as drafters write them. */
public final class Drafts {

  public static final Verification UNSUPPORTED =
      new Verification(Status.UNSUPPORTED, List.of(new Finding("numbers-agree", "500 mg")));

  private Drafts() {}

  public static Statement statement(
      String id, String text, Verification found, String... segments) {
    return new Statement(
        id,
        text,
        List.of(segments).stream().map(each -> evidence(each, "words of " + each)).toList(),
        found);
  }

  public static Evidence evidence(String segment, String quote) {
    return new Evidence(new SegmentId(segment), quote);
  }

  public static SoapNote.Omission omission(String text, String segment) {
    return new SoapNote.Omission(SoapNote.Omission.Kind.FOLLOW_UP, text, evidence(segment, text));
  }

  public static SoapNote note(
      List<Statement> subjective, List<Statement> plan, List<SoapNote.Omission> omissions) {
    return new SoapNote(
        List.of(
            new Section(new SectionCode("subjective"), subjective),
            new Section(new SectionCode("plan"), plan)),
        omissions,
        Map.of("S1", SpeakerRole.CLINICIAN));
  }

  /** A visit's draft: one verified statement, one that nothing backs, one omission. */
  public static SoapNote ofAVisit() {
    return ofAVisit("Allergic to penicillin.");
  }

  /** The draft of the same visit, with other words about the allergy. */
  public static SoapNote ofAVisit(String allergy) {
    return note(
        List.of(statement("subjective-1", allergy, Verification.VERIFIED, "s0")),
        List.of(statement("plan-1", "Amoxicillin 500 mg.", UNSUPPORTED, "s16000")),
        List.of(omission("Come back in two weeks.", "s32000")));
  }

  /** The note of a visit's draft, version 1. */
  public static Note merged() {
    return merged(ofAVisit());
  }

  public static Note merged(SoapNote draft) {
    return merged(draft, NoteLanguage.ENGLISH);
  }

  public static Note merged(SoapNote draft, NoteLanguage language) {
    return Redraft.merge(Note.EMPTY, draft, new NewIds(1))
        .in(ShippedTemplates.standard(), language);
  }

  /** Any draft about a handful of segments, so that two of them often are about the same. */
  public static SoapNote any(RandomGenerator random) {
    List<Section> sections = new ArrayList<>();
    for (NoteTemplate.Section section : ShippedTemplates.standard().sections()) {
      SectionCode code = section.code();
      if (random.nextInt(5) > 0) {
        List<Statement> statements = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          statements.add(
              new Statement(
                  code.value() + i,
                  "drafted " + random.nextInt(6),
                  random
                      .ints(random.nextInt(3), 0, 6)
                      .mapToObj(segment -> evidence("s" + segment, "quote " + segment))
                      .toList(),
                  switch (random.nextInt(3)) {
                    case 0 -> Verification.VERIFIED;
                    case 1 -> new Verification(Status.PARTLY, List.of());
                    default -> UNSUPPORTED;
                  }));
        }
        sections.add(new Section(code, statements));
      }
    }
    List<SoapNote.Omission> omissions = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      omissions.add(omission("said " + random.nextInt(5), "s" + random.nextInt(6)));
    }
    return new SoapNote(sections, omissions, Map.of("S1", SpeakerRole.CLINICIAN));
  }
}
