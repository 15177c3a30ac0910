-- Reading, signing in and being refused stand in the trail, too; not all of it is about a visit.
alter table audit_entry alter column encounter_id drop not null;

-- What an auditor asks for: what a person did, what happened when, and who saw a patient.
create index audit_of_person on audit_entry (tenant, actor, number);
create index audit_in_time on audit_entry (tenant, at);
create index encounter_of_patient on encounter (tenant, lower(patient_label));
