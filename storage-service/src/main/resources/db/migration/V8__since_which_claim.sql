-- recorder_since: the claim that the last recorder-changed in the audio's log speaks of. Behind it
-- audio of an earlier claim is not kept: its place in the visit is the new recorder's.
alter table encounter add column recorder_since bigint not null default 0;
