/** A recogniser, a loop and a sink that tests command. */
@NullMarked
package org.medicscribe.transcription.testing;

import org.jspecify.annotations.NullMarked;
