-- What a person says was said, beside what was heard, which stays as it is.
create table segment_correction (
  encounter_id      uuid        not null references encounter,
  start_sample      bigint      not null,
  text              text,
  speaker           text,
  corrected_by      text        not null,
  corrected_by_name text        not null,
  corrected_at      timestamptz not null,
  primary key (encounter_id, start_sample)
);

-- Who a voice is, as a person says.
create table speaker_role (
  encounter_id uuid not null references encounter,
  label        text not null,
  role         text not null,
  primary key (encounter_id, label)
);
