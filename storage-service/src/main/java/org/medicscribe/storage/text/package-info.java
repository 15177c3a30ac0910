/** What people write into the record, within what a record can hold. */
@NullMarked
package org.medicscribe.storage.text;

import org.jspecify.annotations.NullMarked;
