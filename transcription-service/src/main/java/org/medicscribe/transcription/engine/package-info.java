/** Which recogniser serves, and how it fares. */
@NullMarked
package org.medicscribe.transcription.engine;

import org.jspecify.annotations.NullMarked;
