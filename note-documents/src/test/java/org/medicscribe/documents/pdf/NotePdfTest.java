package org.medicscribe.documents.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.medicscribe.documents.NoteDocument;
import org.medicscribe.documents.Notes;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

class NotePdfTest {

  private static final ZoneId ZONE = ZoneId.of("Europe/Madrid");

  @BeforeAll
  static void findTheValidator() {
    VeraGreenfieldFoundryProvider.initialise();
  }

  static Stream<Arguments> notes() {
    return Stream.of(
        Arguments.of("draft", Notes.draft()),
        Arguments.of("added to", Notes.addedTo()),
        Arguments.of("Spanish", Notes.spanish()),
        Arguments.of("of nobody known, changed", Notes.byHand(true)),
        Arguments.of("Arabic", Notes.of(Notes.named("محمد عبد الله"))),
        Arguments.of("Hebrew", Notes.of(Notes.named("נועה לוי"))),
        Arguments.of("Chinese", Notes.of(Notes.named("王小明"))),
        Arguments.of("odd", Notes.saying("\u0001\uD83D\uDE00 <script> \uFFFE & ]]>\uD800")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("notes")
  void shouldBeForArchivesAndForReadersByTheReferenceValidator(String name, NoteDocument note)
      throws Exception {
    // When
    byte[] pdf = NotePdf.of(note, ZONE);

    // Then
    assertThat(faults(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
    assertThat(faults(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
  }

  @Test
  void shouldNotPassWhatIsNeither() throws Exception {
    // Given a document without the tags that it promises
    ByteArrayOutputStream untagged = new ByteArrayOutputStream();
    try (PDDocument document = Loader.loadPDF(NotePdf.of(Notes.draft(), ZONE))) {
      document.getDocumentCatalog().getCOSObject().removeItem(COSName.STRUCT_TREE_ROOT);
      document.save(untagged);
    }

    // Then
    assertThat(faults(untagged.toByteArray(), PDFAFlavour.PDFA_2_A)).isNotEmpty();
    assertThat(faults(untagged.toByteArray(), PDFAFlavour.PDFUA_1)).isNotEmpty();
  }

  @Test
  void shouldMarkWhatIsToBeCheckedOfADraft() throws IOException {
    assertThat(textOf(Notes.draft()))
        .contains("Draft To be checked by the clinician; not signed.")
        .contains("Takes 500 mg of ibuprofen. (check: only partly backed by the transcript)")
        .contains("Blood pressure 132/84. (not backed by the transcript)")
        .contains("Allergy: Allergic to penicillin.");
  }

  @Test
  void shouldSayWhoSignedAndWhatWasAdded() throws IOException {
    assertThat(textOf(Notes.addedTo()))
        .contains("Signed by Ana Rivera, November 30, 2026")
        .contains("11:00:00")
        .contains("I have reviewed this note; it is correct.")
        .contains("Ben Okoro")
        .contains("Potassium is 4.1 < 5 & normal.")
        .doesNotContain("not signed")
        .doesNotContain("not backed");
  }

  @Test
  void shouldSayWhomItIsAbout() throws IOException {
    assertThat(textOf(Notes.spanish()))
        .contains("Paciente María José Ñandú")
        .contains("29 de febrero de 1956")
        .contains("femenino")
        .contains("MRN-12345");
  }

  @Test
  void shouldSayWhatItCannotShow() throws IOException {
    assertThat(textOf(Notes.of(Notes.named("王小明"))).replaceAll("\\s+", " "))
        .contains(
            "no shape for these characters, and shows a box for each: U+5C0F, U+660E, U+738B.");
    assertThat(textOf(Notes.of(Notes.named("محمد Łukasz Ελένη Жанна נועה"))))
        .doesNotContain("no shape");
  }

  @Test
  void shouldSetTheLongestNote() throws Exception {
    // Given
    NoteDocument note = Notes.ofStatements(345);
    assertThat(note.length()).isBetween(NotePdf.LONGEST * 9L / 10, (long) NotePdf.LONGEST);

    // When
    byte[] pdf = NotePdf.of(note, ZONE);

    // Then
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isGreaterThanOrEqualTo(40);
    }
  }

  @Test
  void shouldFetchNothing() throws IOException {
    assertThat(textOf(Notes.saying("<img src=\"file:///etc/passwd\"/> <link href='http://x/'/>")))
        .contains("<img src=\"file:///etc/passwd\"/>");
  }

  private static String textOf(NoteDocument note) throws IOException {
    try (PDDocument document = Loader.loadPDF(NotePdf.of(note, ZONE))) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static Set<String> faults(byte[] pdf, PDFAFlavour flavour) throws Exception {
    try (PDFAParser parser =
            Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      Set<String> faults = new TreeSet<>();
      validator
          .validate(parser)
          .getTestAssertions()
          .forEach(each -> {
            if (each.getStatus() == TestAssertion.Status.FAILED) {
              faults.add(each.getRuleId().getClause() + " " + each.getMessage());
            }
          });
      return faults;
    }
  }
}
