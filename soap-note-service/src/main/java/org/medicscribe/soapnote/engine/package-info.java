/** Which drafter serves, and what the service tells about itself over HTTP. */
@NullMarked
package org.medicscribe.soapnote.engine;

import org.jspecify.annotations.NullMarked;
