/** The system of record: encounters, audio, transcripts, note versions, audit. */
@NullMarked
package org.medicscribe.storage;

import org.jspecify.annotations.NullMarked;
