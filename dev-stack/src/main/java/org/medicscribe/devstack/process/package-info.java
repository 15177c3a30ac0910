/** Child processes that never outlive the suite: start, stop, watch, measure. */
@NullMarked
package org.medicscribe.devstack.process;

import org.jspecify.annotations.NullMarked;
