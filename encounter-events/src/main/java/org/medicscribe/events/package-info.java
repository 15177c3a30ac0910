/**
 * What the services of Medic Scribe tell each other through Kafka, and why a visit's socket is
 * closed: what gateway, command line and page must read alike.
 */
@NullMarked
package org.medicscribe.events;

import org.jspecify.annotations.NullMarked;
