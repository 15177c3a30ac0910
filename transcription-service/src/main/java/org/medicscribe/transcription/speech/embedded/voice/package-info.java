/** Who is speaking: prints of voices, and which of them belong together. */
@NullMarked
package org.medicscribe.transcription.speech.embedded.voice;

import org.jspecify.annotations.NullMarked;
