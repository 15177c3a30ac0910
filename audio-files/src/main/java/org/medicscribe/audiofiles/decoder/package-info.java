/**
 * Compressed recordings: a program of its own for each file, bounded in memory and time, that turns
 * them into a wave file on its standard output.
 */
@NullMarked
package org.medicscribe.audiofiles.decoder;

import org.jspecify.annotations.NullMarked;
