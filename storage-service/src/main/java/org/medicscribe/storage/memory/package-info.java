/** What of the heap is lent to audio, records, transcripts, messages, downloads and bodies. */
@NullMarked
package org.medicscribe.storage.memory;

import org.jspecify.annotations.NullMarked;
