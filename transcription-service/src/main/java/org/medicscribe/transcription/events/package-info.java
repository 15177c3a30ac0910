/** The Kafka side: audio in from the partitions this process owns, transcript events out. */
@NullMarked
package org.medicscribe.transcription.events;

import org.jspecify.annotations.NullMarked;
