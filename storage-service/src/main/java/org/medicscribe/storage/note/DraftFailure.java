package org.medicscribe.storage.note;

/** Why there is no draft, and what to do. */
public record DraftFailure(String code, String advice) {}
