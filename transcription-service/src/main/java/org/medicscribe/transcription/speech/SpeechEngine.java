package org.medicscribe.transcription.speech;

/**
 * The name of an engine as users see it.
 *
 * @param name for example {@code deepgram nova-3-medical} or {@code embedded moonshine-base}
 * @param embedded whether audio stays on this machine
 */
public record SpeechEngine(String name, boolean embedded) {}
