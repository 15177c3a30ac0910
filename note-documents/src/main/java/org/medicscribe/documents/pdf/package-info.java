/** Notes as PDF, for archives and for readers who do not see the page. */
@NullMarked
package org.medicscribe.documents.pdf;

import org.jspecify.annotations.NullMarked;
