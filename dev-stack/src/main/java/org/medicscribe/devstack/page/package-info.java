/** The web server of the page on one machine: its files, its settings, its security headers. */
@NullMarked
package org.medicscribe.devstack.page;

import org.jspecify.annotations.NullMarked;
