/** Which part listens on which port of this machine, and whether it is free. */
@NullMarked
package org.medicscribe.devstack.ports;

import org.jspecify.annotations.NullMarked;
