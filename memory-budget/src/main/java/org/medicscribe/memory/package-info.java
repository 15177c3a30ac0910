/** How much of its heap a service lends to what comes from outside, and to whom. */
@NullMarked
package org.medicscribe.memory;

import org.jspecify.annotations.NullMarked;
