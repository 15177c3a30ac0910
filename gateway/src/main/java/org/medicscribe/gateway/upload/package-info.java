/**
 * A finished recording instead of a live one: reads WAV files and brings them to the recording's
 * clock.
 */
@NullMarked
package org.medicscribe.gateway.upload;

import org.jspecify.annotations.NullMarked;
