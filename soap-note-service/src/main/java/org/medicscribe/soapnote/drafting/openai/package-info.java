/** A drafter behind chat completions: OpenAI, Azure, Ollama, vLLM, llama.cpp. */
@NullMarked
package org.medicscribe.soapnote.drafting.openai;

import org.jspecify.annotations.NullMarked;
