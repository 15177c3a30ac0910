/** Notes in versions that never change: drafted, merged with what persons write, and edited. */
@NullMarked
package org.medicscribe.storage.note;

import org.jspecify.annotations.NullMarked;
