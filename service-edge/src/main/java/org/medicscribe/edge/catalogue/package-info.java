/** What the suite refuses and how much it takes, in one table each; knows no framework. */
@NullMarked
package org.medicscribe.edge.catalogue;

import org.jspecify.annotations.NullMarked;
