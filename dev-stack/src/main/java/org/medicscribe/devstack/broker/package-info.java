/** The Kafka broker of the suite, in this process, with its topics and the keys to it. */
@NullMarked
package org.medicscribe.devstack.broker;

import org.jspecify.annotations.NullMarked;
