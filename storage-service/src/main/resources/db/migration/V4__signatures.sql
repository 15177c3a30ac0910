-- A signed note is a legal record: locked for good, and kept when consent is withdrawn.
alter table encounter add column signed_at timestamptz;

create table signature (
  encounter_id   uuid primary key references encounter,
  version        integer     not null,
  signed_by      text        not null,
  signed_by_name text        not null,
  signed_at      timestamptz not null,
  sha256         text        not null,
  attestation    text        not null,
  foreign key (encounter_id, version) references note_version
);

create table addendum (
  id              uuid primary key,
  encounter_id    uuid        not null references signature,
  text            text        not null,
  written_by      text        not null,
  written_by_name text        not null,
  written_at      timestamptz not null
);
create index addendum_of_encounter on addendum (encounter_id, id);

create function refuse_change_of_signed() returns trigger language plpgsql as $$
begin
  raise exception 'what is signed never changes';
end $$;

create trigger signature_is_final
  before update or delete on signature
  for each row execute function refuse_change_of_signed();

create trigger addendum_is_final
  before update or delete on addendum
  for each row execute function refuse_change_of_signed();

-- That a signed version is not deleted, its signature's foreign key sees to.
create function refuse_version_of_signed() returns trigger language plpgsql as $$
begin
  if exists (select from signature where encounter_id = new.encounter_id) then
    raise exception 'a signed note takes no version';
  end if;
  return new;
end $$;

create trigger signed_note_is_locked
  before insert on note_version
  for each row execute function refuse_version_of_signed();
