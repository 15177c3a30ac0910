/** Runs the whole suite on one machine without Docker or keys; the ./scribe commands. */
@NullMarked
package org.medicscribe.devstack;

import org.jspecify.annotations.NullMarked;
