/** What the services of Medic Scribe tell each other through Kafka, and nothing else. */
@NullMarked
package org.medicscribe.events;

import org.jspecify.annotations.NullMarked;
