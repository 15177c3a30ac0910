/**
 * What surrounds the gateway, for tests: a real broker, an issuer, and storage-service's manners.
 */
@NullMarked
package org.medicscribe.gateway.surroundings;

import org.jspecify.annotations.NullMarked;
