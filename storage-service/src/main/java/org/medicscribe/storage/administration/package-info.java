/** What an administrator does with the visits of a clinic, without seeing into them. */
@NullMarked
package org.medicscribe.storage.administration;

import org.jspecify.annotations.NullMarked;
