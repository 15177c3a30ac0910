/** A test signal whose samples say where they stand, and the words heard in it. */
@NullMarked
package org.medicscribe.simulators.ruler;

import org.jspecify.annotations.NullMarked;
