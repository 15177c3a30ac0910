/** How much of its heap the gateway lends to what comes from outside, and to whom. */
@NullMarked
package org.medicscribe.gateway.memory;

import org.jspecify.annotations.NullMarked;
