/** The whole suite, started as its processes and tested from outside. */
@NullMarked
package org.medicscribe.suite;

import org.jspecify.annotations.NullMarked;
