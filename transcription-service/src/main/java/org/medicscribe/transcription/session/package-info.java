/**
 * One recording being transcribed: what is sent to the recogniser, what comes back, what is kept.
 */
@NullMarked
package org.medicscribe.transcription.session;

import org.jspecify.annotations.NullMarked;
