package org.medicscribe.transcription.session;

/** What a session needs of the world around it, but for its recogniser and its audio. */
public record SessionSurroundings(
    SessionLoop loop, TranscriptSink sink, SessionPolicy policy, SessionMonitor monitor) {}
