/** Who did what and when, in an append-only chain of hashes per clinic; never patient text. */
@NullMarked
package org.medicscribe.storage.audit;

import org.jspecify.annotations.NullMarked;
