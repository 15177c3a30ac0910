/** Who saw what and who was refused, written into the audit trail before the answer goes out. */
@NullMarked
package org.medicscribe.storage.access;

import org.jspecify.annotations.NullMarked;
