/**
 * A finished recording instead of a live one: has its file read, whatever kind it is, and brings it
 * to Kafka.
 */
@NullMarked
package org.medicscribe.gateway.upload;

import org.jspecify.annotations.NullMarked;
