-- What the login of the service may do; everything else belongs to the owner alone. Said anew after
-- each start, so that a restored or an older database has it too.
grant usage on schema public to "${service}";

grant select, insert, update on encounter, audio, audit_chain to "${service}";
grant select, insert, update, delete
  on transcript, segment, segment_correction, speaker_role, note_request, outbox, patient to "${service}";
grant select on encounter_view to "${service}";

-- A version never changes; one that is not signed goes when consent is withdrawn.
grant select, insert, delete on note_version to "${service}";

-- What proves itself is added to, and never changed or deleted.
revoke all on audit_entry, signature, addendum, consent, seal from "${service}";
grant select, insert on audit_entry, signature, addendum, consent, seal to "${service}";

-- Why a visit was opened or given away stays, too.
grant select, insert, update on person to "${service}";
revoke all on emergency_access, hand_over from "${service}";
grant select, insert on emergency_access, hand_over to "${service}";
