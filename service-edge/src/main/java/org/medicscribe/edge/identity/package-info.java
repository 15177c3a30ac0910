/**
 * Who is calling: tokens of any OIDC issuer, or of Supabase's shared secret, read as one caller.
 */
@NullMarked
package org.medicscribe.edge.identity;

import org.jspecify.annotations.NullMarked;
