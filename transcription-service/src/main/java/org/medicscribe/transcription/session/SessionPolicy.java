package org.medicscribe.transcription.session;

import java.time.Duration;

/**
 * The numbers a session goes by.
 *
 * @param leadIn heard again by a new stream, so that it does not begin inside a word
 * @param maxPending audio handed to the recogniser that it has not taken yet
 * @param flushAfter without audio, what was said so far is made final
 * @param releaseAfter without audio, the recogniser's stream is given back
 * @param interimEvery at most one interim in this time
 * @param behindNotice a lag worth telling the user
 * @param refusedPause between two tries of what only an operator can repair
 */
public record SessionPolicy(
    Duration leadIn,
    Duration maxPending,
    Duration flushAfter,
    Duration releaseAfter,
    Duration interimEvery,
    Duration behindNotice,
    Duration refusedPause) {}
