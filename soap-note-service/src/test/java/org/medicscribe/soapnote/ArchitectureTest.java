package org.medicscribe.soapnote;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "org.medicscribe.soapnote",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String HERE = "org.medicscribe.soapnote";

  @ArchTest
  static final ArchRule RULES_ABOUT_NOTES_KNOW_NO_FRAMEWORK =
      classes()
          .that()
          .resideInAnyPackage(
              HERE + ".note", HERE + ".reading", HERE + ".verification", HERE + ".omissions")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              HERE + ".note",
              HERE + ".reading",
              HERE + ".verification",
              HERE + ".omissions",
              "org.medicscribe.events",
              "opennlp.tools.stemmer..",
              "org.apache.commons.codec.language..",
              "java..",
              "org.jspecify.annotations");

  @ArchTest
  static final ArchRule WRITING_KNOWS_NO_QUARKUS =
      noClasses()
          .that()
          .resideInAPackage(HERE + ".writing")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.quarkus..", "io.vertx..", "jakarta..");

  @ArchTest
  static final ArchRule CHAT_COMPLETIONS_STAY_IN_THEIR_ADAPTER =
      noClasses()
          .that()
          .resideOutsideOfPackages(HERE + ".drafting.openai", HERE + ".engine")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(HERE + ".drafting.openai");

  @ArchTest
  static final ArchRule KAFKA_STAYS_AT_THE_EDGE =
      noClasses()
          .that()
          .resideOutsideOfPackage(HERE + ".events")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.kafka..",
              "io.smallrye.reactive.messaging..",
              "org.eclipse.microprofile.reactive.messaging..");

  @ArchTest
  static final ArchRule CAPABILITIES_DO_NOT_GO_IN_CIRCLES =
      slices().matching("org.medicscribe.soapnote.(*)..").should().beFreeOfCycles();
}
