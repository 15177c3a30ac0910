/** Says whether this gateway can take recordings. */
@NullMarked
package org.medicscribe.gateway.health;

import org.jspecify.annotations.NullMarked;
