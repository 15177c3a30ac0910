/** The database or the disk does not answer: waited out by consumers, told to callers. */
@NullMarked
package org.medicscribe.storage.outage;

import org.jspecify.annotations.NullMarked;
