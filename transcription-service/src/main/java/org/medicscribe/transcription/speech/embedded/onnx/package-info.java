/** The neural networks that hear voice and words, run by ONNX Runtime, which nothing else sees. */
@NullMarked
package org.medicscribe.transcription.speech.embedded.onnx;

import org.jspecify.annotations.NullMarked;
