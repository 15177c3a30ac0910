/** What lets a record prove that it is as it was written: keys outside the database, and seals. */
@NullMarked
package org.medicscribe.storage.proof;

import org.jspecify.annotations.NullMarked;
