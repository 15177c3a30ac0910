/** A note as it is taken out of the house; what the forms of it have in common. */
@NullMarked
package org.medicscribe.documents;

import org.jspecify.annotations.NullMarked;
