/**
 * Records from Kafka: in order per encounter, bounded, retried through outages, acknowledged last.
 */
@NullMarked
package org.medicscribe.storage.intake;

import org.jspecify.annotations.NullMarked;
