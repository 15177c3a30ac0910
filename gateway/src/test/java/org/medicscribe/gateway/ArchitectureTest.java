package org.medicscribe.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "org.medicscribe.gateway",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule SESSIONS_KNOW_NO_FRAMEWORK =
      classes()
          .that()
          .resideInAPackage("org.medicscribe.gateway.session")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "org.medicscribe.gateway.session",
              "org.medicscribe.events",
              "java..",
              "org.jspecify.annotations");

  @ArchTest
  static final ArchRule KAFKA_STAYS_WITH_ITS_ADAPTERS =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.medicscribe.gateway.audio", "org.medicscribe.gateway.updates")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.kafka..");

  @ArchTest
  static final ArchRule THE_PROXY_STAYS_WITH_THE_ENCOUNTERS =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.medicscribe.gateway.encounter")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.vertx.httpproxy..");

  @ArchTest
  static final ArchRule CAPABILITIES_DO_NOT_GO_IN_CIRCLES =
      slices().matching("org.medicscribe.gateway.(*)..").should().beFreeOfCycles();
}
