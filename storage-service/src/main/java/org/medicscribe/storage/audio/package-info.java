/** Audio from Kafka into encrypted windows of the sample clock, and back as one playable file. */
@NullMarked
package org.medicscribe.storage.audio;

import org.jspecify.annotations.NullMarked;
