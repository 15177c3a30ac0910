-- Who was treated, where somebody says so. A row of its own: it goes when consent is withdrawn, unless
-- a signature stands over it, and then it never changes.
create table patient (
  encounter_id      uuid primary key references encounter,
  identifier_system text,
  identifier        text,
  name              text,
  birth_date        date,
  sex               text check (sex in ('FEMALE', 'MALE', 'OTHER', 'UNKNOWN')),
  check (identifier is not null or identifier_system is null),
  check (num_nonnulls(identifier, name, birth_date, sex) > 0)
);

-- What an auditor asks for, beside the label.
create index patient_of_name on patient (lower(name));
create index patient_of_identifier on patient (lower(identifier));

create function refuse_patient_of_signed() returns trigger language plpgsql as $$
begin
  if exists (select from signature where encounter_id in (old.encounter_id, new.encounter_id)) then
    raise exception 'what is signed never changes';
  end if;
  return coalesce(new, old);
end $$;

create trigger patient_of_signed_is_final
  before insert or update or delete on patient
  for each row execute function refuse_patient_of_signed();
