/**
 * Recordings as people have them: reads a file from front to end in bounded memory, brings it to
 * the recording's clock, and says what of it is missing.
 */
@NullMarked
package org.medicscribe.audiofiles;

import org.jspecify.annotations.NullMarked;
