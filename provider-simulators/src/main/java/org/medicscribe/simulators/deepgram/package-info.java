/** Deepgram's streaming recognition as a client sees it, hearing the audio ruler. */
@NullMarked
package org.medicscribe.simulators.deepgram;

import org.jspecify.annotations.NullMarked;
