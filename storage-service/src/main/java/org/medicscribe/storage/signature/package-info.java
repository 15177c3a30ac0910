/** A note signed for good: its hash, its lock, what is added afterwards, and the file of it. */
@NullMarked
package org.medicscribe.storage.signature;

import org.jspecify.annotations.NullMarked;
