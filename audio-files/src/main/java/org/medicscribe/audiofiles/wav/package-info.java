/** Wave files (RIFF, RF64, BW64) of every shape that programs and recorders leave behind. */
@NullMarked
package org.medicscribe.audiofiles.wav;

import org.jspecify.annotations.NullMarked;
