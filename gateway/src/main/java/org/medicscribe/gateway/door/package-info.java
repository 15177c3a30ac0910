/** What holds for everything that comes in: who may pass, and how a refusal is worded. */
@NullMarked
package org.medicscribe.gateway.door;

import org.jspecify.annotations.NullMarked;
