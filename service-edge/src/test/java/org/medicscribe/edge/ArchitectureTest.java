package org.medicscribe.edge;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "org.medicscribe.edge",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule THE_CATALOGUE_KNOWS_NO_FRAMEWORK =
      classes()
          .that()
          .resideInAPackage("org.medicscribe.edge.catalogue")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "org.medicscribe.edge.catalogue",
              "org.medicscribe.events",
              "java..",
              "org.jspecify.annotations");

  @ArchTest
  static final ArchRule IDENTITY_STANDS_ALONE =
      noClasses()
          .that()
          .resideInAPackage("org.medicscribe.edge.identity")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.medicscribe.edge.problem", "org.medicscribe.edge.catalogue");

  @ArchTest
  static final ArchRule PROBLEMS_KNOW_NO_IDENTITY =
      noClasses()
          .that()
          .resideInAPackage("org.medicscribe.edge.problem")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.medicscribe.edge.identity");
}
