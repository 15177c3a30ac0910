/** Transcript in, verified note draft out, through OpenAI or the embedded drafter. */
@NullMarked
package org.medicscribe.soapnote;

import org.jspecify.annotations.NullMarked;
