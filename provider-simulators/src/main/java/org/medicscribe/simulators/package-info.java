/** Wire-faithful Deepgram and OpenAI servers with fault injection, for tests and benchmarks. */
@NullMarked
package org.medicscribe.simulators;

import org.jspecify.annotations.NullMarked;
