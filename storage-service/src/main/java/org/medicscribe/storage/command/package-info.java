/** What commands that run beside the service share with it: its settings and its database. */
@NullMarked
package org.medicscribe.storage.command;

import org.jspecify.annotations.NullMarked;
