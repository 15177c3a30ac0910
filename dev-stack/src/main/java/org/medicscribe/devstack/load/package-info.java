/** Puts simultaneous recordings on a gateway, or on a bare proxy, from a process of its own. */
@NullMarked
package org.medicscribe.devstack.load;

import org.jspecify.annotations.NullMarked;
