/**
 * Speech to words on this machine, with no key and no network: English, up to four voices, one CPU.
 */
@NullMarked
package org.medicscribe.transcription.speech.embedded;

import org.jspecify.annotations.NullMarked;
