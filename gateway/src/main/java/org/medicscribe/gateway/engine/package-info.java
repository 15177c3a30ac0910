/** Which engines recognise speech and draft notes here: asked of the services that run them. */
@NullMarked
package org.medicscribe.gateway.engine;

import org.jspecify.annotations.NullMarked;
