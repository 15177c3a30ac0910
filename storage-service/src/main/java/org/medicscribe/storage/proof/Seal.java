package org.medicscribe.storage.proof;

/**
 * An Ed25519 signature over what a record says.
 *
 * @param keyId of the key that made it
 */
public record Seal(String keyId, byte[] value) {}
