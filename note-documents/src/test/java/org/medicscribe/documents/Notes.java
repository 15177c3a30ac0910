package org.medicscribe.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.medicscribe.documents.NoteDocument.Addendum;
import org.medicscribe.documents.NoteDocument.Evidence;
import org.medicscribe.documents.NoteDocument.Omission;
import org.medicscribe.documents.NoteDocument.Patient;
import org.medicscribe.documents.NoteDocument.Person;
import org.medicscribe.documents.NoteDocument.Section;
import org.medicscribe.documents.NoteDocument.Signature;
import org.medicscribe.documents.NoteDocument.Standing;
import org.medicscribe.documents.NoteDocument.Statement;
import org.medicscribe.events.EncounterId;

/** Notes to make documents of. */
public final class Notes {

  public static final Person ANA = new Person("ana-1", "Ana Rivera");
  public static final Person BEN = new Person("ben-2", "Ben Okoro");
  public static final Patient PATIENT =
      new Patient(
          new Patient.Identifier("urn:oid:2.16.840.1.113883.19.5", "MRN-12345"),
          "María José Ñandú",
          LocalDate.of(1956, 2, 29),
          Patient.Sex.FEMALE);

  private static final Instant VISIT = Instant.parse("2026-11-30T09:15:00Z");
  private static final Instant SAVED = Instant.parse("2026-11-30T09:40:00Z");
  private static final Instant SIGNED = Instant.parse("2026-11-30T10:00:00.123Z");

  private Notes() {}

  public static NoteDocument draft() {
    return note(DocumentLanguage.ENGLISH, PATIENT, sections(), null, List.of());
  }

  public static NoteDocument signed() {
    return note(DocumentLanguage.ENGLISH, PATIENT, sections(), signature(ANA), List.of());
  }

  public static NoteDocument addedTo() {
    return note(
        DocumentLanguage.ENGLISH,
        PATIENT,
        sections(),
        signature(ANA),
        List.of(
            addendum("The laboratory called.\nPotassium is 4.1 < 5 & normal.", ANA),
            addendum("Seen with Dr. Rivera.", BEN)));
  }

  public static NoteDocument of(@Nullable Patient patient) {
    return note(DocumentLanguage.ENGLISH, patient, sections(), null, List.of());
  }

  public static Patient named(String name) {
    return new Patient(null, name, null, null);
  }

  public static NoteDocument spanish() {
    return note(DocumentLanguage.SPANISH, PATIENT, sections(), null, List.of());
  }

  /** Statements of the length that clinicians dictate. */
  public static NoteDocument ofStatements(int statements) {
    List<Statement> many =
        IntStream.range(0, statements)
            .mapToObj(i ->
                statement(
                    "s" + i,
                    "Finding " + i + ": " + "the patient reports no change since. ".repeat(12),
                    Standing.VERIFIED))
            .toList();
    return note(
        DocumentLanguage.ENGLISH,
        PATIENT,
        List.of(new Section("subjective", "Subjective", "61150-9", many)),
        null,
        List.of());
  }

  public static NoteDocument saying(String... texts) {
    List<Statement> statements =
        IntStream.range(0, texts.length)
            .mapToObj(i -> statement("s" + i, texts[i], Standing.WRITTEN))
            .toList();
    return note(
        DocumentLanguage.ENGLISH,
        PATIENT,
        List.of(new Section("plan", "Plan", "18776-5", statements)),
        null,
        List.of());
  }

  public static NoteDocument inProse(String... texts) {
    List<Statement> statements =
        IntStream.range(0, texts.length)
            .mapToObj(i -> statement("s" + i, texts[i], Standing.WRITTEN))
            .toList();
    return note(
        DocumentLanguage.ENGLISH,
        PATIENT,
        List.of(new Section("data", "Data", null, true, statements)),
        null,
        List.of());
  }

  public static NoteDocument byHand(boolean changed) {
    NoteDocument draft = draft();
    return new NoteDocument(
        draft.encounter(),
        draft.version(),
        draft.savedAt(),
        draft.visitAt(),
        draft.language(),
        draft.title(),
        draft.loinc(),
        draft.patient(),
        draft.label(),
        draft.clinic(),
        draft.clinician(),
        null,
        draft.sections(),
        List.of(),
        null,
        List.of(),
        changed);
  }

  private static NoteDocument note(
      DocumentLanguage language,
      @Nullable Patient patient,
      List<Section> sections,
      @Nullable Signature signature,
      List<Addendum> addenda) {
    return new NoteDocument(
        new EncounterId(UUID.fromString("0193a7c4-0000-7000-8000-000000000001")),
        3,
        SAVED,
        VISIT,
        language,
        language == DocumentLanguage.ENGLISH ? "SOAP note" : "Nota SOAP",
        "11506-3",
        patient,
        "Room 3, 9:15",
        "clinic-north",
        ANA,
        "embedded",
        sections,
        signature == null ? List.of(new Omission("Allergy", "Allergic to penicillin.")) : List.of(),
        signature,
        addenda,
        false);
  }

  private static List<Section> sections() {
    return List.of(
        new Section(
            "subjective",
            "Subjective",
            "61150-9",
            List.of(
                statement("s1", "Headache for < 3 days & nausea.", Standing.VERIFIED),
                statement("s2", "Takes 500 mg of ibuprofen.", Standing.PARTLY))),
        new Section(
            "objective",
            "Objective",
            "61149-1",
            List.of(statement("o1", "Blood pressure 132/84.", Standing.UNSUPPORTED))),
        new Section("assessment", "Assessment", "51848-0", List.of()),
        new Section(
            "plan",
            "Plan",
            "18776-5",
            List.of(new Statement("p1", "Rest. \"Drink.\"", Standing.WRITTEN, List.of()))));
  }

  private static Statement statement(String id, String text, Standing standing) {
    return new Statement(
        id, text, standing, List.of(new Evidence("s16000", "I have had it <three> days")));
  }

  private static Signature signature(Person by) {
    return new Signature(by, SIGNED, "ab".repeat(32), "I have reviewed this note; it is correct.");
  }

  private static Addendum addendum(String text, Person by) {
    return new Addendum(
        UUID.nameUUIDFromBytes(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        text,
        by,
        SIGNED.plusSeconds(3_600));
  }
}
