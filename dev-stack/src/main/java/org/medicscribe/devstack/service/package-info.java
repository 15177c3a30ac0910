/** How each service is started: its program, its memory, its environment. */
@NullMarked
package org.medicscribe.devstack.service;

import org.jspecify.annotations.NullMarked;
