/** The port to whatever writes a note; its adapters live in the packages below. */
@NullMarked
package org.medicscribe.soapnote.drafting;

import org.jspecify.annotations.NullMarked;
