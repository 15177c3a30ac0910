package org.medicscribe.documents.fhir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The data types of FHIR R4 that notes need. Patient text. */
sealed interface Type {

  /** {@code security} tells what a machine had to do with it. */
  record Meta(List<String> profile, List<Coding> security) implements Type {}

  record Coding(String system, String code, @Nullable String display) implements Type {}

  record CodeableConcept(List<Coding> coding, @Nullable String text) implements Type {
    static CodeableConcept of(String system, String code, String display) {
      return new CodeableConcept(List.of(new Coding(system, code, display)), null);
    }
  }

  record Identifier(String system, String value) implements Type {}

  /** A name that nobody has taken apart: which part is whose family's differs by language. */
  record HumanName(List<Extension> extension, String text) implements Type {}

  record Period(String start) implements Type {}

  /** By address where both are in one document, else by an identifier or by words alone. */
  record Reference(
      @Nullable String reference,
      @Nullable String type,
      @Nullable Identifier identifier,
      @Nullable String display)
      implements Type {

    static Reference to(String address) {
      return new Reference(address, null, null, null);
    }

    static Reference named(String type, Identifier identifier, String display) {
      return new Reference(null, type, identifier, display);
    }

    static Reference inWords(String display) {
      return new Reference(null, null, null, display);
    }
  }

  /** {@code div} is XHTML. */
  record Narrative(String status, String div) implements Type {
    static Narrative generated(String div) {
      return new Narrative("generated", div);
    }
  }

  record Attachment(String contentType, String language, String data, String title, String creation)
      implements Type {}

  /** Of its values, one is there, or none if it has extensions. */
  record Extension(
      String url,
      List<Extension> extension,
      @Nullable String valueString,
      @Nullable String valueCode)
      implements Type {

    static Extension of(String url, List<Extension> parts) {
      return new Extension(url, parts, null, null);
    }

    static Extension text(String url, String value) {
      return new Extension(url, List.of(), value, null);
    }

    static Extension code(String url, String value) {
      return new Extension(url, List.of(), null, value);
    }
  }
}
