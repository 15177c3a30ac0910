/** Work that is due without anybody asking: abandoned recordings and erasure. */
@NullMarked
package org.medicscribe.storage.sweep;

import org.jspecify.annotations.NullMarked;
