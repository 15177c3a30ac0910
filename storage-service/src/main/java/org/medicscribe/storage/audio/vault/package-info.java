/** Where windows of audio rest: encrypted here, kept by a store that never sees a sample. */
@NullMarked
package org.medicscribe.storage.audio.vault;

import org.jspecify.annotations.NullMarked;
