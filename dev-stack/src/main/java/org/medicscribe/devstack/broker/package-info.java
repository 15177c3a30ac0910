/** The Kafka broker of the suite, in this process, with its topics. */
@NullMarked
package org.medicscribe.devstack.broker;

import org.jspecify.annotations.NullMarked;
