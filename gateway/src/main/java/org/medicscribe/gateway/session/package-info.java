/**
 * The rules of one recording over one socket: positions, acknowledgements, limits. Knows no
 * framework.
 */
@NullMarked
package org.medicscribe.gateway.session;

import org.jspecify.annotations.NullMarked;
