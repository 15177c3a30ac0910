/** What every request meets first: is there room for it, and can it be read at all. */
@NullMarked
package org.medicscribe.storage.door;

import org.jspecify.annotations.NullMarked;
