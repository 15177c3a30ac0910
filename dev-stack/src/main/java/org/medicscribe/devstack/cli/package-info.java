/** The ./scribe commands. */
@NullMarked
package org.medicscribe.devstack.cli;

import org.jspecify.annotations.NullMarked;
