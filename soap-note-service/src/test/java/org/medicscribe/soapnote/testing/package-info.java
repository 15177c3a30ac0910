/** What the tests of this service share. */
@NullMarked
package org.medicscribe.soapnote.testing;

import org.jspecify.annotations.NullMarked;
