/** Refusals as problem details (RFC 9457), worded the same at every HTTP door. */
@NullMarked
package org.medicscribe.edge.problem;

import org.jspecify.annotations.NullMarked;
