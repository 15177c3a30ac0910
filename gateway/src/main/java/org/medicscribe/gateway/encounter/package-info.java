/** The encounters as storage-service keeps them: passed through to it, and asked of it. */
@NullMarked
package org.medicscribe.gateway.encounter;

import org.jspecify.annotations.NullMarked;
