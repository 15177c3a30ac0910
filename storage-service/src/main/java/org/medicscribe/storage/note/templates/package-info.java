/** The templates that notes can be written with, shown. */
@NullMarked
package org.medicscribe.storage.note.templates;

import org.jspecify.annotations.NullMarked;
