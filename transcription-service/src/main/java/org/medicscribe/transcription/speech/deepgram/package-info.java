/** Deepgram's streaming API behind the recogniser port; nothing outside knows its words. */
@NullMarked
package org.medicscribe.transcription.speech.deepgram;

import org.jspecify.annotations.NullMarked;
