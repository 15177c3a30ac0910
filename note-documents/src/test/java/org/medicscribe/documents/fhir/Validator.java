package org.medicscribe.documents.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.ValueSet;

/**
 * The reference validator of FHIR R4. Where {@code -Dus-core=<folder>} names an unpacked package of
 * US Core, its profiles count too.
 */
final class Validator {

  private static final String US_CORE = System.getProperty("us-core", "");

  private static final List<String> EXPLAINED =
      List.of(
          // Only the document has a text for people; what it names says nothing that is not there.
          "dom-6",
          // The labels of a guide in ballot are in no value set of R4 yet.
          "http://hl7.org/fhir/ValueSet/security-labels",
          // Where its package is not given, nothing of it can be looked up.
          hasUsCore() ? "dom-6" : "http://hl7.org/fhir/us/core/");

  private static final FhirValidator VALIDATOR = validator();

  private Validator() {}

  private static FhirValidator validator() {
    FhirContext context = FhirContext.forR4Cached();
    PrePopulatedValidationSupport ours = new PrePopulatedValidationSupport(context);
    ours.addCodeSystem(
        codes(
            "http://loinc.org", "11506-3", "61150-9", "61149-1", "51848-0", "18776-5", "55107-7"));
    // Of a guide in ballot, which no release of the validator has yet.
    ours.addCodeSystem(
        codes(
            "http://terminology.hl7.org/CodeSystem/v3-ObservationValue", "AIAST", "CLINAST_AIRPT"));
    if (hasUsCore()) {
      usCore(context).forEach(resource -> add(ours, resource));
      ours.addValueSet(documentTypes());
    }
    FhirInstanceValidator instances =
        new FhirInstanceValidator(
            new ValidationSupportChain(
                ours,
                new DefaultProfileValidationSupport(context),
                new CommonCodeSystemsTerminologyService(context),
                new InMemoryTerminologyServerValidationSupport(context),
                new SnapshotGeneratingValidationSupport(context)));
    instances.setErrorForUnknownProfiles(hasUsCore());
    return context.newValidator().registerValidatorModule(instances);
  }

  static boolean hasUsCore() {
    return !US_CORE.isEmpty();
  }

  static List<SingleValidationMessage> errors(byte[] json) {
    return messages(json)
        .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
        .toList();
  }

  /** Warnings whose reason does not stand here. */
  static List<SingleValidationMessage> unexplained(byte[] json) {
    return messages(json)
        .filter(message -> message.getSeverity() == ResultSeverityEnum.WARNING)
        .filter(message -> EXPLAINED.stream().noneMatch(message.getMessage()::contains))
        .toList();
  }

  private static Stream<SingleValidationMessage> messages(byte[] json) {
    return VALIDATOR.validateWithResult(new String(json, UTF_8)).getMessages().stream();
  }

  /** The codes that notes use, of systems that no validator has at hand. */
  private static CodeSystem codes(String system, String... codes) {
    CodeSystem fragment = new CodeSystem();
    fragment.setUrl(system);
    fragment.setStatus(PublicationStatus.ACTIVE);
    fragment.setContent(CodeSystem.CodeSystemContentMode.FRAGMENT);
    for (String code : codes) {
      fragment.addConcept().setCode(code);
    }
    return fragment;
  }

  /** US Core takes every document type of LOINC, which is not at hand; these are ours. */
  private static ValueSet documentTypes() {
    ValueSet types = new ValueSet();
    types.setUrl("http://hl7.org/fhir/us/core/ValueSet/us-core-documentreference-type");
    types.setVersion("8.0.0");
    types.setStatus(PublicationStatus.ACTIVE);
    types
        .getCompose()
        .addInclude()
        .setSystem("http://loinc.org")
        .addConcept(new ValueSet.ConceptReferenceComponent().setCode("11506-3"));
    return types;
  }

  private static Stream<IBaseResource> usCore(FhirContext context) {
    try (Stream<Path> files = Files.list(Path.of(US_CORE))) {
      return files
          .filter(file ->
              file.getFileName().toString().matches("(StructureDefinition|ValueSet|CodeSystem)-.*"))
          .map(file -> {
            try {
              return context.newJsonParser().parseResource(Files.readString(file));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          })
          .toList()
          .stream()
          .map(IBaseResource.class::cast);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(PrePopulatedValidationSupport support, IBaseResource resource) {
    switch (resource) {
      case StructureDefinition structure -> support.addStructureDefinition(structure);
      case ValueSet values -> support.addValueSet(values);
      case CodeSystem codes -> support.addCodeSystem(codes);
      default -> {}
    }
  }
}
