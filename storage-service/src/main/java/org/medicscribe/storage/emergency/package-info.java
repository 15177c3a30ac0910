/**
 * A clinician reads a colleague's visit in an emergency: with a reason, for a while, seen by all.
 */
@NullMarked
package org.medicscribe.storage.emergency;

import org.jspecify.annotations.NullMarked;
