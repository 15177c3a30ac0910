/** What a transaction made true is told through Kafka: at least once, in order per encounter. */
@NullMarked
package org.medicscribe.storage.outbox;

import org.jspecify.annotations.NullMarked;
