/** Everything together: the data folder, the order of the start, the watch, the clean stop. */
@NullMarked
package org.medicscribe.devstack.suite;

import org.jspecify.annotations.NullMarked;
