/** Brings transcript, note and live events from Kafka to the sockets that watch their encounter. */
@NullMarked
package org.medicscribe.gateway.updates;

import org.jspecify.annotations.NullMarked;
