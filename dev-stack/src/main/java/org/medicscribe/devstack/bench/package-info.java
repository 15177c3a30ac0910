/** Measures how long audio and words travel through a suite, and what that costs. */
@NullMarked
package org.medicscribe.devstack.bench;

import org.jspecify.annotations.NullMarked;
