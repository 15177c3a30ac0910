/** Audio in, transcript out, through Deepgram or the embedded recogniser. */
@NullMarked
package org.medicscribe.transcription;

import org.jspecify.annotations.NullMarked;
