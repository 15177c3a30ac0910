-- recorder_from: the first sample that is for the present recorder; null while what its predecessor
-- sent is still being stored.
alter table encounter add column recorder_from bigint;
update encounter set recorder_from = 0 where recorder_id is not null;

create or replace view encounter_view as
select
  e.id, e.tenant, e.owner, e.patient_label, e.visit_type, e.language, e.template, e.key_terms,
  e.state, e.created_at, e.recorder_id, e.started_at, e.stop_reason, e.recorded_samples,
  c.decision, c.method, c.given_by, c.recorded_at,
  coalesce(sample_count(a.stored), 0) as stored_samples,
  sample_ranges(
    int8multirange(int8range(0, coalesce(e.recorded_samples, upper(a.stored), 0)))
      - coalesce(a.stored, '{}')) as stored_gaps,
  coalesce(sample_count(t.heard), 0) as transcribed_samples,
  sample_ranges(
    int8multirange(int8range(0, coalesce(e.recorded_samples, t.covered, 0)))
      - coalesce(t.heard, '{}')) as transcript_gaps,
  t.engine as transcription_engine,
  e.claims,
  n.unsupported as open_unsupported,
  n.omissions as open_omissions,
  e.recorder_from
from encounter e
left join audio a on a.encounter_id = e.id
left join transcript t on t.encounter_id = e.id
left join lateral (
  select decision, method, given_by, recorded_at
  from consent where encounter_id = e.id order by number desc limit 1) c on true
left join lateral (
  select unsupported, omissions
  from note_version where encounter_id = e.id order by version desc limit 1) n on true;
