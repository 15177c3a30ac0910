/** The only door: audio socket, REST for the browser, sign-in check, consent gate, live updates. */
@NullMarked
package org.medicscribe.gateway;

import org.jspecify.annotations.NullMarked;
