-- One row per visit. Its row lock orders everything that happens to the visit.
create table encounter (
  id               uuid primary key,
  tenant           text        not null,
  owner            text        not null,
  patient_label    text        not null,
  visit_type       text,
  language         text        not null,
  template         text        not null,
  key_terms        text[]      not null,
  state            text        not null,
  created_at       timestamptz not null,
  recorder_id      text,
  claimed_at       timestamptz,
  started_at       timestamptz,
  abandoned_at     timestamptz,
  recorded_samples bigint,
  stop_reason      text,
  withdrawn_at     timestamptz,
  erased_at        timestamptz
);
create index encounter_of_owner on encounter (tenant, owner, id desc);
create index encounter_recording on encounter (claimed_at) where state = 'RECORDING';
create index encounter_to_erase on encounter (withdrawn_at) where withdrawn_at is not null and erased_at is null;

create table consent (
  number       bigint generated always as identity primary key,
  encounter_id uuid        not null references encounter,
  decision     text        not null,
  method       text        not null,
  given_by     text        not null,
  wording      text,
  recorded_at  timestamptz not null,
  recorded_by  text        not null
);
create index consent_of_encounter on consent (encounter_id, number desc);

-- The key that the audio of a visit is encrypted with, wrapped by the master key, and which samples
-- are safe. Its row lock orders the writers of the visit's windows. Without the key there is no audio.
create table audio (
  encounter_id uuid primary key references encounter,
  data_key     text,
  stored       int8multirange not null default '{}',
  heard_at     timestamptz    not null
);

-- heard: what has been listened to. covered: where the fold of the finals stands.
create table transcript (
  encounter_id uuid primary key references encounter,
  heard        int8multirange not null default '{}',
  covered      bigint         not null default 0,
  engine       jsonb          not null,
  completed_at timestamptz
);

create table segment (
  encounter_id uuid             not null references encounter,
  number       bigint generated always as identity,
  start_sample bigint           not null,
  end_sample   bigint           not null,
  speaker      text,
  words        jsonb            not null,
  confidence   double precision not null,
  inaudible    boolean          not null,
  primary key (encounter_id, start_sample, number)
);

create table note_request (
  id             uuid primary key,
  encounter_id   uuid        not null references encounter,
  template       text        not null,
  requested_by   text        not null,
  requested_at   timestamptz not null,
  outcome        text        not null default 'AWAITED',
  failure_code   text,
  failure_advice text
);
create index note_request_of_encounter on note_request (encounter_id, id desc);

create table note_version (
  encounter_id    uuid        not null references encounter,
  version         integer     not null,
  origin          text        not null,
  note_request_id uuid unique,
  engine          jsonb,
  note            jsonb       not null,
  created_at      timestamptz not null,
  primary key (encounter_id, version)
);

-- What is to be told through Kafka, written in the transaction that made it true.
create table outbox (
  id           bigint generated always as identity primary key,
  encounter_id uuid        not null,
  topic        text        not null,
  headers      jsonb       not null,
  value        bytea       not null,
  created_at   timestamptz not null default now()
);
create index outbox_of_encounter on outbox (encounter_id, id);

-- Who did what and when; each entry's hash covers the one before it, per clinic.
create table audit_chain (
  tenant  text primary key,
  entries bigint not null,
  hash    bytea  not null
);

create table audit_entry (
  tenant       text        not null,
  number       bigint      not null,
  at           timestamptz not null,
  actor        text        not null,
  action       text        not null,
  encounter_id uuid        not null,
  detail       text        not null,
  hash         bytea       not null,
  primary key (tenant, number)
);
create index audit_of_encounter on audit_entry (encounter_id, action, number);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit trail is only appended to';
end $$;

create trigger audit_is_append_only
  before update or delete or truncate on audit_entry
  for each statement execute function refuse_change();

create function sample_count(samples int8multirange) returns bigint
  language sql immutable strict as $$
    select coalesce(sum(upper(r) - lower(r)), 0)::bigint from unnest(samples) r
  $$;

create function sample_ranges(samples int8multirange) returns jsonb
  language sql immutable strict as $$
    select coalesce(
      jsonb_agg(jsonb_build_object('start', lower(r), 'end', upper(r)) order by lower(r)), '[]')
    from unnest(samples) r
  $$;

-- An encounter as it is shown.
create view encounter_view as
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
  t.engine as transcription_engine
from encounter e
left join audio a on a.encounter_id = e.id
left join transcript t on t.encounter_id = e.id
left join lateral (
  select decision, method, given_by, recorded_at
  from consent where encounter_id = e.id order by number desc limit 1) c on true;
