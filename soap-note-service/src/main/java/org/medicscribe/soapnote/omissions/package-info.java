/** Safety facts that were said and that no statement of the note covers. */
@NullMarked
package org.medicscribe.soapnote.omissions;

import org.jspecify.annotations.NullMarked;
