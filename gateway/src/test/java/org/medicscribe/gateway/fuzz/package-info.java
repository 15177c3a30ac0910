/** What nobody sends who means well, and what becomes of the gateway then. */
@NullMarked
package org.medicscribe.gateway.fuzz;

import org.jspecify.annotations.NullMarked;
