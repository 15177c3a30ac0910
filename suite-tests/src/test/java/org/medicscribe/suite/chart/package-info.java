/** The Helm chart: what it renders, what it refuses, and who may speak to whom in it. */
@NullMarked
package org.medicscribe.suite.chart;

import org.jspecify.annotations.NullMarked;
