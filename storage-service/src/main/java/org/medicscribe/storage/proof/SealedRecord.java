package org.medicscribe.storage.proof;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.function.Function;

/**
 * The records that are sealed, and what their seals cover: every column of theirs, and the visit's
 * own. The one place that says so; writers, readers and verification ask PostgreSQL with the same
 * words. A column that is added later belongs to a new kind, or old seals would break.
 *
 * <p>Each record also names the entry of the audit trail that tells of it, so that a record which
 * is gone is missed.
 */
public enum SealedRecord {
  /** A signature, and the version of the note that it stands for. */
  NOTE(
      Finding.Part.NOTE,
      "e.id::text",
      "'NOTE_SIGNED version ' || s.version || ' sha256 ' || s.sha256",
      "s.version::text, s.signed_by, s.signed_by_name, "
          + micros("s.signed_at")
          + ", s.sha256, s.attestation,"
          // A version after the signed one would be shown in its place.
          + " (select max(version) from note_version where encounter_id = e.id)::text,"
          + " v.version::text, v.origin, v.note_request_id::text,"
          + " v.engine::text, v.note::text, v.unsupported::text, v.omissions::text, v.author,"
          + " v.author_name, "
          + micros("v.created_at"),
      """
      signature s
      join encounter e on e.id = s.encounter_id
      left join note_version v on v.encounter_id = s.encounter_id and v.version = s.version\
      """),

  /** What was added to a signed note. */
  ADDENDUM(
      Finding.Part.ADDENDUM,
      "a.id::text",
      "'ADDENDUM_WRITTEN ' || a.id",
      "a.text, a.written_by, a.written_by_name, " + micros("a.written_at"),
      "addendum a join encounter e on e.id = a.encounter_id"),

  /** A decision about being recorded. */
  CONSENT(
      Finding.Part.CONSENT,
      "c.number::text",
      "'CONSENT_' || c.decision || ' ' || c.method || ' ' || c.given_by",
      "c.decision, c.method, c.given_by, c.wording, " + micros("c.recorded_at") + ", c.recorded_by",
      "consent c join encounter e on e.id = c.encounter_id"),

  /** Whom a signed note is about. */
  PATIENT(
      Finding.Part.PATIENT,
      "e.id::text",
      "'PATIENT_SIGNED version ' || s.version",
      "p.identifier_system, p.identifier, p.name, p.birth_date::text, p.sex",
      """
      patient p
      join signature s on s.encounter_id = p.encounter_id
      join encounter e on e.id = p.encounter_id\
      """);

  private final Finding.Part part;
  private final String record;
  private final String select;
  private final String selectTrace;

  SealedRecord(Finding.Part part, String record, String trace, String fields, String from) {
    this.part = part;
    this.record = record;
    this.select =
        """
        select '%s' as kind, e.id as encounter_id, %s as record,
          array[e.id::text, e.tenant, e.patient_label, e.visit_type, e.language, %s, %s, %s]
            as fields
        from %s\
        """
            .formatted(name(), record, micros("e.created_at"), record, fields, from);
    this.selectTrace = "select e.id as encounter_id, %s as trace from %s".formatted(trace, from);
  }

  public Finding.Part part() {
    return part;
  }

  /**
   * Selects what the seal of one record covers: of the encounter {@code $1} the record {@code $2}.
   */
  String selectOne() {
    return select + " where e.id = $1 and " + record + " = $2";
  }

  /** Which records are asked for. */
  public enum Scope {
    /** Of the encounter {@code $1}. */
    ENCOUNTER("e.id = $1", "a.encounter_id = $1"),
    ALL("true", "true");

    private final String ofRecords;
    private final String ofEntries;

    Scope(String ofRecords, String ofEntries) {
      this.ofRecords = ofRecords;
      this.ofEntries = ofEntries;
    }
  }

  /** Selects {@code kind, encounter_id, record, fields, key_id, value} of sealed records. */
  public static String selectAll(Scope scope) {
    return """
    select r.kind, r.encounter_id, r.record, r.fields, s.key_id, s.value
    from (%s) r left join seal s
      on s.kind = r.kind and s.encounter_id = r.encounter_id and s.record = r.record\
    """
        .formatted(union(scope, each -> each.select));
  }

  /**
   * Selects {@code encounter_id, trace, told, kept} where the audit trail tells of another number
   * of records than are kept.
   */
  public static String selectUnequal(Scope scope) {
    return """
    with kept as (
      select encounter_id, trace, count(*) as kept from (%s) r group by 1, 2),
    told as (
      select a.encounter_id, a.action || ' ' || a.detail as trace, count(*) as told
      from audit_entry a
      where a.action in
        ('NOTE_SIGNED', 'ADDENDUM_WRITTEN', 'CONSENT_GRANTED', 'CONSENT_WITHDRAWN',
         'PATIENT_SIGNED')
        and %s
      group by 1, 2)
    select encounter_id, trace, coalesce(told, 0) as told, coalesce(kept, 0) as kept
    from told full join kept using (encounter_id, trace)
    where told is distinct from kept\
    """
        .formatted(union(scope, each -> each.selectTrace), scope.ofEntries);
  }

  /** What a record that the audit trail tells of was. */
  static Finding.Part partOf(String trace) {
    if (trace.startsWith("NOTE_SIGNED")) {
      return Finding.Part.NOTE;
    }
    if (trace.startsWith("PATIENT_SIGNED")) {
      return Finding.Part.PATIENT;
    }
    return trace.startsWith("ADDENDUM_WRITTEN") ? Finding.Part.ADDENDUM : Finding.Part.CONSENT;
  }

  private static String union(Scope scope, Function<SealedRecord, String> select) {
    return Arrays.stream(values())
        .map(each -> select.apply(each) + " where " + scope.ofRecords)
        .collect(joining(" union all "));
  }

  /** A time as a number, which no setting of the database words otherwise. */
  private static String micros(String column) {
    return "(extract(epoch from " + column + ") * 1000000)::bigint::text";
  }
}
