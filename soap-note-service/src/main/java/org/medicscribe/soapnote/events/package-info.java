/** Requests in, drafts and failures out, over Kafka. */
@NullMarked
package org.medicscribe.soapnote.events;

import org.jspecify.annotations.NullMarked;
