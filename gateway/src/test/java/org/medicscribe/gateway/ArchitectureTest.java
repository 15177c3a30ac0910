package org.medicscribe.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ws.rs.Path;

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
              "org.medicscribe.edge.catalogue",
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

  /** Each is an interface of its package; what it means stands in the class before it. */
  @ArchTest
  static final ArchRule REST_CLIENTS_STAY_IN_THEIR_PACKAGES =
      classes()
          .that()
          .areInterfaces()
          .and()
          .areAnnotatedWith(Path.class)
          .should()
          .bePackagePrivate();

  @ArchTest
  static final ArchRule CAPABILITIES_DO_NOT_GO_IN_CIRCLES =
      slices().matching("org.medicscribe.gateway.(*)..").should().beFreeOfCycles();
}
