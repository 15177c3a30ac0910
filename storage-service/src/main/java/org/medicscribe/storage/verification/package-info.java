/**
 * Holds the whole record against its seals, the audit trail against its keys and against the heads
 * that were written down outside the database: every night, and when somebody asks.
 */
@NullMarked
package org.medicscribe.storage.verification;

import org.jspecify.annotations.NullMarked;
