/**
 * A client of the running suite: streams a recording as the page would, reads transcript and note.
 */
@NullMarked
package org.medicscribe.devstack.client;

import org.jspecify.annotations.NullMarked;
