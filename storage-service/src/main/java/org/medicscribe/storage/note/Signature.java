package org.medicscribe.storage.note;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/**
 * A person stands for a version of a note.
 *
 * @param sha256 of the version's {@link SignedForm}, in hexadecimal digits
 * @param attestation the words that the person was shown
 */
public record Signature(
    @JsonIgnore int version, Person by, Instant at, String sha256, String attestation) {}
