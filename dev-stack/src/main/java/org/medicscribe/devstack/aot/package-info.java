/** Ahead-of-time caches: what a Java program learned in one run, for a quick start of the next. */
@NullMarked
package org.medicscribe.devstack.aot;

import org.jspecify.annotations.NullMarked;
