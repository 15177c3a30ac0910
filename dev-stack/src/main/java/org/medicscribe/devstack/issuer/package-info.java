/** The sign-in of the suite: three named people and an OpenID Connect issuer for them. */
@NullMarked
package org.medicscribe.devstack.issuer;

import org.jspecify.annotations.NullMarked;
