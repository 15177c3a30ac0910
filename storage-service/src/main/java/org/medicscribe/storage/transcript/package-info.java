/** Finals folded into the transcript, each word once. */
@NullMarked
package org.medicscribe.storage.transcript;

import org.jspecify.annotations.NullMarked;
