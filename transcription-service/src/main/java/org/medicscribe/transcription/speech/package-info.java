/** The port to whatever turns speech into words; its adapters live in the packages below. */
@NullMarked
package org.medicscribe.transcription.speech;

import org.jspecify.annotations.NullMarked;
