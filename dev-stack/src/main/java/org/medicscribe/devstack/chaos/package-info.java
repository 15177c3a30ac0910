/** Visits whose every word and sample is known, and what may befall a suite meanwhile. */
@NullMarked
package org.medicscribe.devstack.chaos;

import org.jspecify.annotations.NullMarked;
