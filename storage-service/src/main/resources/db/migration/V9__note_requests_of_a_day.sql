-- How many drafts somebody asked for lately.
create index note_request_of_person on note_request (requested_by, requested_at);
