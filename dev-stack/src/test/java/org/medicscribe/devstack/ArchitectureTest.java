package org.medicscribe.devstack;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "org.medicscribe.devstack",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule the_broker_stays_in_its_package =
      noClasses()
          .that()
          .resideOutsideOfPackage("..devstack.broker..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("kafka..", "org.apache.kafka..");

  @ArchTest
  static final ArchRule the_database_stays_in_its_package =
      noClasses()
          .that()
          .resideOutsideOfPackage("..devstack.database..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.zonky..");

  @ArchTest
  static final ArchRule the_issuer_stays_in_its_package =
      noClasses()
          .that()
          .resideOutsideOfPackage("..devstack.issuer..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("no.nav..", "com.nimbusds..");

  @ArchTest
  static final ArchRule commands_stay_in_their_package =
      noClasses()
          .that()
          .resideOutsideOfPackage("..devstack.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("picocli..", "..devstack.cli..");

  @ArchTest
  static final ArchRule ports_need_nothing_else =
      classes()
          .that()
          .resideInAPackage("..devstack.ports..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("..devstack.ports..", "java..", "org.jspecify..");

  @ArchTest
  static final ArchRule packages_form_no_cycle =
      slices().matching("org.medicscribe.devstack.(*)..").should().beFreeOfCycles();
}
