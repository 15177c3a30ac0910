package org.medicscribe.storage;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.medicscribe.storage.encounter.EncounterFacts;
import org.medicscribe.storage.encounter.NewEncounter;
import org.medicscribe.storage.encounter.RecorderClaim;

@AnalyzeClasses(
    packages = "org.medicscribe.storage",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String[] FRAMEWORK = {
    "io.quarkus..", "io.vertx..", "jakarta..", "io.smallrye..", "org.jboss..", "org.eclipse.."
  };

  private static final String NOTE = "org.medicscribe.storage.note";

  @ArchTest
  static final ArchRule RULES_KNOW_NO_FRAMEWORK =
      noClasses()
          .that()
          .belongToAnyOf(EncounterFacts.class, RecorderClaim.class, NewEncounter.class)
          .or()
          .haveNameMatching(
              ".*\\.(SampleRanges|AudioWindows|WindowImage|PendingAudio|TakenOffsets|TakenRecord|Downloads|ByteRange|WavHeader"
                  + "|AuditChain|AuditEntry|ChainCheck|Proof|SealedForm|SealedRecord|SigningKeys|Finding|WrittenText|EditCheck)(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(FRAMEWORK);

  @ArchTest
  static final ArchRule THE_NOTE_KNOWS_NO_FRAMEWORK =
      noClasses()
          .that()
          .resideInAnyPackage(NOTE, NOTE + ".export")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(FRAMEWORK);

  @ArchTest
  static final ArchRule THE_NOTE_KNOWS_NOTHING_AROUND_IT =
      noClasses()
          .that()
          .resideInAPackage(NOTE)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(NOTE + ".*..");

  @ArchTest
  static final ArchRule WHAT_IS_AROUND_THE_NOTE_HAS_NO_CYCLES =
      slices().matching(NOTE + ".(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule CRYPTOGRAPHY_STAYS_WITH_THE_KEYS =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.medicscribe.storage.audio.vault", "org.medicscribe.storage.proof")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.google.crypto.tink..");

  @ArchTest
  static final ArchRule ONLY_THE_OUTBOX_SENDS =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.medicscribe.storage.outbox")
          .should()
          .dependOnClassesThat()
          .haveNameMatching(".*Emitter");

  @ArchTest
  static final ArchRule NO_OTHER_SERVICE =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideOutsideOfPackages(
              "org.medicscribe.gateway..",
              "org.medicscribe.transcription..",
              "org.medicscribe.soapnote..");

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("org.medicscribe.storage.(*)..").should().beFreeOfCycles();
}
