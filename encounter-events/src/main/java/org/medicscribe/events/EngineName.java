package org.medicscribe.events;

/**
 * What did the work, as shown to users.
 *
 * @param name for example {@code deepgram nova-3-medical} or {@code embedded moonshine-base}
 * @param embedded whether the work was done on this installation, without a provider
 */
public record EngineName(String name, boolean embedded) {}
