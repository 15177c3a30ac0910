-- The template that a draft was asked for with, as it stood then; null for requests of before.
alter table note_request add column form jsonb;
