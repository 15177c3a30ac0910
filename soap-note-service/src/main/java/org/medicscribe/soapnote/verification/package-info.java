/** Holds every statement of a draft against what was said, by code alone, one class per rule. */
@NullMarked
package org.medicscribe.soapnote.verification;

import org.jspecify.annotations.NullMarked;
