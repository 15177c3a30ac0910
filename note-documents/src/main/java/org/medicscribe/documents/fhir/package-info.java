/** Notes as FHIR R4: a document, and a reference to one that holds it. */
@NullMarked
package org.medicscribe.documents.fhir;

import org.jspecify.annotations.NullMarked;
