/** How a visit is followed from service to service, when somebody asks for it. */
@NullMarked
package org.medicscribe.tracing;

import org.jspecify.annotations.NullMarked;
