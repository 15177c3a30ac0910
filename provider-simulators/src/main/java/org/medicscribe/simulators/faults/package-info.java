/** What a provider can do wrong, planned by a test or over HTTP. */
@NullMarked
package org.medicscribe.simulators.faults;

import org.jspecify.annotations.NullMarked;
