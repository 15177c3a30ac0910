/** A drafter that needs no provider: it chooses what was said and puts it into note style. */
@NullMarked
package org.medicscribe.soapnote.drafting.embedded;

import org.jspecify.annotations.NullMarked;
