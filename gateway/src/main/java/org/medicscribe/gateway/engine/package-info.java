/** Which engines recognise speech and draft notes here, and the languages they can do. */
@NullMarked
package org.medicscribe.gateway.engine;

import org.jspecify.annotations.NullMarked;
