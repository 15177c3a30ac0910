/** Measures a recogniser on recordings whose words are known. */
@NullMarked
package org.medicscribe.transcription.speech.evaluation;

import org.jspecify.annotations.NullMarked;
