/** Speech to words on this machine, with no key and no network: English, two speakers, one CPU. */
@NullMarked
package org.medicscribe.transcription.speech.embedded;

import org.jspecify.annotations.NullMarked;
