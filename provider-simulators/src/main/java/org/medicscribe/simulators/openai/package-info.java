/**
 * OpenAI's chat completions as a client sees them, answering with notes that quote their source.
 */
@NullMarked
package org.medicscribe.simulators.openai;

import org.jspecify.annotations.NullMarked;
