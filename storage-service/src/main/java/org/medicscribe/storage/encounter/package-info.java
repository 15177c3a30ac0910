/** A visit: who may see it, where it stands, and who records it. */
@NullMarked
package org.medicscribe.storage.encounter;

import org.jspecify.annotations.NullMarked;
