package org.medicscribe.transcription;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "org.medicscribe.transcription",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule SESSION_AND_PORT_ARE_PURE =
      classes()
          .that()
          .resideInAnyPackage(
              "org.medicscribe.transcription.session", "org.medicscribe.transcription.speech")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "org.medicscribe.transcription.session",
              "org.medicscribe.transcription.speech",
              "org.medicscribe.events",
              "org.medicscribe.memory",
              "java..",
              "org.jspecify.annotations");

  @ArchTest
  static final ArchRule DEEPGRAM_STAYS_BEHIND_THE_PORT =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.medicscribe.transcription.speech.deepgram",
              "org.medicscribe.transcription.engine")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.medicscribe.transcription.speech.deepgram");

  @ArchTest
  static final ArchRule THE_RECOGNISERS_KNOW_NEITHER_SESSIONS_NOR_KAFKA =
      noClasses()
          .that()
          .resideInAPackage("org.medicscribe.transcription.speech..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.medicscribe.transcription.session..",
              "org.medicscribe.transcription.events..",
              "org.apache.kafka..");

  @ArchTest
  static final ArchRule KAFKA_STAYS_IN_ITS_PACKAGE =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.medicscribe.transcription.events")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.kafka..");

  @ArchTest
  static final ArchRule THE_EMBEDDED_RECOGNISER_IS_PURE =
      noClasses()
          .that()
          .resideInAPackage("org.medicscribe.transcription.speech.embedded..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.quarkus..", "io.vertx..", "io.smallrye..", "jakarta..");

  @ArchTest
  static final ArchRule ONNX_RUNTIME_STAYS_IN_ITS_PACKAGE =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.medicscribe.transcription.speech.embedded.onnx")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("ai.onnxruntime..");

  @ArchTest
  static final ArchRule CAPABILITIES_DO_NOT_GO_IN_CIRCLES =
      slices().matching("org.medicscribe.transcription.(*)..").should().beFreeOfCycles();
}
