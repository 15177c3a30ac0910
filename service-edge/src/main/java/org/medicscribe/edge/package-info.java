/** What every HTTP door of the suite does alike: knows the caller and words a refusal. */
@NullMarked
package org.medicscribe.edge;

import org.jspecify.annotations.NullMarked;
