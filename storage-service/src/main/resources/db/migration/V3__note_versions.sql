-- Every save of a note is a version: drafts, edits of persons, and drafts merged with those.
alter table note_version
  add column author      text,
  add column author_name text,
  -- What stands between the version and a signature.
  add column unsupported integer,
  add column omissions   integer;

-- The first release knew drafts only, of which a later one replaced the one before.
update note_version set
  origin = case version when 1 then 'DRAFT' else 'REDRAFT' end,
  note = jsonb_build_object(
    'sections', (
      select coalesce(jsonb_agg(jsonb_set(section, '{statements}', (
        select coalesce(jsonb_agg(statement || '{"origin": "draft"}' order by place), '[]')
        from jsonb_array_elements(section -> 'statements')
          with ordinality as s(statement, place))) order by position), '[]')
      from jsonb_array_elements(note -> 'sections') with ordinality as t(section, position)),
    'omissions', (
      select coalesce(jsonb_agg(
        omission || jsonb_build_object('id', 'o' || version || '-' || place) order by place), '[]')
      from jsonb_array_elements(note -> 'omissions') with ordinality as o(omission, place)),
    'roles', note -> 'roles');

update note_version set
  unsupported = jsonb_array_length(jsonb_path_query_array(note,
    '$.sections[*].statements[*] ? (@.verification.status == "unsupported")')),
  omissions = jsonb_array_length(note -> 'omissions');

alter table note_version
  alter column unsupported set not null,
  alter column omissions set not null;

create function refuse_version_change() returns trigger language plpgsql as $$
begin
  raise exception 'a version of a note never changes';
end $$;

create trigger version_is_immutable
  before update on note_version
  for each row execute function refuse_version_change();

-- Counts the corrections of a transcript; a request remembers which state of it it carried.
alter table transcript add column revision integer not null default 0;
alter table note_request add column transcript_revision integer not null default 0;
