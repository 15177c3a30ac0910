-- What a key outside the database has signed: a signed note, an addendum, a decision about being
-- recorded. Verified when they are read, every night, and by a command.
create table seal (
  kind         text  not null,
  encounter_id uuid  not null references encounter,
  record       text  not null,
  key_id       text  not null,
  value        bytea not null,
  primary key (encounter_id, kind, record)
);

create trigger seal_is_final
  before update or delete on seal
  for each row execute function refuse_change_of_signed();

create function refuse_change_of_consent() returns trigger language plpgsql as $$
begin
  raise exception 'a decision of a patient never changes';
end $$;

create trigger consent_is_final
  before update or delete on consent
  for each row execute function refuse_change_of_consent();
