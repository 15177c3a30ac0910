/** One request for a note, from what was said to a verified draft or a refusal. */
@NullMarked
package org.medicscribe.soapnote.writing;

import org.jspecify.annotations.NullMarked;
