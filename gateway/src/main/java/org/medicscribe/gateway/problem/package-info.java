/** How a refusal goes out over HTTP where no resource answers. */
@NullMarked
package org.medicscribe.gateway.problem;

import org.jspecify.annotations.NullMarked;
