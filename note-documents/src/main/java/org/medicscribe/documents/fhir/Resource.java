package org.medicscribe.documents.fhir;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.medicscribe.documents.fhir.Type.Attachment;
import org.medicscribe.documents.fhir.Type.CodeableConcept;
import org.medicscribe.documents.fhir.Type.Coding;
import org.medicscribe.documents.fhir.Type.Extension;
import org.medicscribe.documents.fhir.Type.HumanName;
import org.medicscribe.documents.fhir.Type.Identifier;
import org.medicscribe.documents.fhir.Type.Meta;
import org.medicscribe.documents.fhir.Type.Narrative;
import org.medicscribe.documents.fhir.Type.Period;
import org.medicscribe.documents.fhir.Type.Reference;

/** The resources of FHIR R4 that notes need, with those of their elements that notes have. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "resourceType")
@JsonSubTypes({
  @JsonSubTypes.Type(Resource.Bundle.class),
  @JsonSubTypes.Type(Resource.Composition.class),
  @JsonSubTypes.Type(Resource.Patient.class),
  @JsonSubTypes.Type(Resource.Practitioner.class),
  @JsonSubTypes.Type(Resource.Organization.class),
  @JsonSubTypes.Type(Resource.Encounter.class),
  @JsonSubTypes.Type(Resource.Device.class),
  @JsonSubTypes.Type(Resource.Provenance.class),
  @JsonSubTypes.Type(Resource.DocumentReference.class)
})
sealed interface Resource {

  @JsonTypeName("Bundle")
  record Bundle(
      String id,
      @Nullable Meta meta,
      Identifier identifier,
      String type,
      String timestamp,
      List<Entry> entry)
      implements Resource {

    record Entry(String fullUrl, Resource resource) {}
  }

  @JsonTypeName("Composition")
  record Composition(
      String id,
      @Nullable Meta meta,
      String language,
      Narrative text,
      Identifier identifier,
      String status,
      CodeableConcept type,
      Reference subject,
      Reference encounter,
      String date,
      List<Reference> author,
      String title,
      List<Attester> attester,
      Reference custodian,
      List<Section> section)
      implements Resource {

    record Attester(String mode, String time, Reference party) {}

    record Section(
        List<Extension> extension,
        String title,
        @Nullable CodeableConcept code,
        List<Reference> author,
        Narrative text) {}
  }

  @JsonTypeName("Patient")
  record Patient(
      String id,
      @Nullable Meta meta,
      List<Identifier> identifier,
      List<HumanName> name,
      @Nullable String gender,
      @Nullable String birthDate)
      implements Resource {}

  @JsonTypeName("Practitioner")
  record Practitioner(String id, List<Identifier> identifier, List<HumanName> name)
      implements Resource {}

  @JsonTypeName("Organization")
  record Organization(String id, List<Identifier> identifier, String name) implements Resource {}

  @JsonTypeName("Encounter")
  record Encounter(
      String id,
      List<Identifier> identifier,
      String status,
      @JsonProperty("class") Coding kind,
      Reference subject,
      Period period,
      Reference serviceProvider)
      implements Resource {}

  @JsonTypeName("Device")
  record Device(String id, List<DeviceName> deviceName, Reference owner) implements Resource {

    record DeviceName(String name, String type) {}
  }

  @JsonTypeName("Provenance")
  record Provenance(
      String id,
      List<Reference> target,
      String recorded,
      CodeableConcept activity,
      List<Agent> agent)
      implements Resource {

    record Agent(CodeableConcept type, Reference who, Reference onBehalfOf) {}
  }

  @JsonTypeName("DocumentReference")
  record DocumentReference(
      String id,
      @Nullable Meta meta,
      String language,
      List<Resource> contained,
      Identifier masterIdentifier,
      List<Identifier> identifier,
      String status,
      String docStatus,
      CodeableConcept type,
      List<CodeableConcept> category,
      Reference subject,
      String date,
      List<Reference> author,
      @Nullable Reference authenticator,
      Reference custodian,
      List<RelatesTo> relatesTo,
      List<Content> content,
      Context context)
      implements Resource {

    record RelatesTo(String code, Reference target) {}

    record Content(Attachment attachment) {}

    record Context(List<Reference> encounter, Period period) {}
  }
}
