/** What a note is made of before and while it is held against the transcript. */
@NullMarked
package org.medicscribe.soapnote.note;

import org.jspecify.annotations.NullMarked;
