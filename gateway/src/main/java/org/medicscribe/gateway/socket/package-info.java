/** The WebSocket of a visit: frames in and out, and what a recording's steps mean on the wire. */
@NullMarked
package org.medicscribe.gateway.socket;

import org.jspecify.annotations.NullMarked;
