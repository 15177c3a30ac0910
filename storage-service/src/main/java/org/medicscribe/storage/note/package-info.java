/** Notes asked for, drafted, refused, and kept in versions. */
@NullMarked
package org.medicscribe.storage.note;

import org.jspecify.annotations.NullMarked;
