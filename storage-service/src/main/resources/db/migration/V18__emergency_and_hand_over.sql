-- A clinician opened a colleague's visit in an emergency: who, why, and until when. Never changed.
create table emergency_access (
  number       bigint generated always as identity primary key,
  encounter_id uuid        not null references encounter,
  person       text        not null,
  name         text        not null,
  reason       text        not null,
  opened_at    timestamptz not null,
  open_until   timestamptz not null
);
create index emergency_of_encounter on emergency_access (encounter_id, person, open_until);

-- Who has signed in, so that an administrator knows people by their names.
create table person (
  tenant    text        not null,
  subject   text        not null,
  name      text        not null,
  clinician boolean     not null,
  seen_at   timestamptz not null,
  primary key (tenant, subject)
);

-- An administrator gave the visits of one person to another, and why. Never changed.
create table hand_over (
  number      bigint generated always as identity primary key,
  tenant      text        not null,
  from_person text        not null,
  to_person   text        not null,
  ordered_by  text        not null,
  reason      text        not null,
  ordered_at  timestamptz not null
);
