/** Brings stored audio from one place to another while the service runs. */
@NullMarked
package org.medicscribe.storage.audio.move;

import org.jspecify.annotations.NullMarked;
