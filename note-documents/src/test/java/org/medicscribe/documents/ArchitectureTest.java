package org.medicscribe.documents;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "org.medicscribe.documents",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule IT_KNOWS_NO_FRAMEWORK =
      noClasses().should().dependOnClassesThat().resideInAnyPackage("io..", "jakarta..");

  /** What sets a PDF draws with AWT, which a native image goes without. */
  @ArchTest
  static final ArchRule FHIR_AND_PDF_DO_NOT_KNOW_EACH_OTHER =
      noClasses()
          .that()
          .resideOutsideOfPackage("..pdf..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.awt..", "com.openhtmltopdf..", "..documents.pdf..");
}
