/** Samples of any rate and number of channels become one voice on the recording's clock. */
@NullMarked
package org.medicscribe.audiofiles.sound;

import org.jspecify.annotations.NullMarked;
