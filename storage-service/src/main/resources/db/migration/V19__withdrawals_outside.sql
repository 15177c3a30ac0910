-- Whether the withdrawal stands in the ledger outside the database, which a restore does not undo.
alter table encounter add column withdrawal_written boolean not null default false;
create index encounter_to_write on encounter (withdrawn_at)
  where withdrawn_at is not null and not withdrawal_written;
