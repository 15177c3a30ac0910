/** What an operator's probe sees. */
@NullMarked
package org.medicscribe.storage.health;

import org.jspecify.annotations.NullMarked;
