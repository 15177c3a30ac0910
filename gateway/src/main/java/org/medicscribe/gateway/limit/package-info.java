/** Holds back callers that ask too often. */
@NullMarked
package org.medicscribe.gateway.limit;

import org.jspecify.annotations.NullMarked;
