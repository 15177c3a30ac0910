/** The patient's consent, and everything that goes when it is withdrawn. */
@NullMarked
package org.medicscribe.storage.consent;

import org.jspecify.annotations.NullMarked;
