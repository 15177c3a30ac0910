/** Takes audio to Kafka and says when Kafka has it. */
@NullMarked
package org.medicscribe.gateway.audio;

import org.jspecify.annotations.NullMarked;
