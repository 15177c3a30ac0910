/** Secret keys that lie in files outside the database. */
@NullMarked
package org.medicscribe.storage.key;

import org.jspecify.annotations.NullMarked;
