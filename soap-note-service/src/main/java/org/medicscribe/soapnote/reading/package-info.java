/** How words are read alike whether spoken or written: numbers, quantities, medicines, stems. */
@NullMarked
package org.medicscribe.soapnote.reading;

import org.jspecify.annotations.NullMarked;
