package org.medicscribe.gateway.upload;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How finished recordings are taken. */
@ConfigMapping(prefix = "gateway.upload")
public interface UploadConfig {

  /** Audio of one upload that may be unacknowledged; then the sender has to wait. */
  @WithDefault("10s")
  Duration window();

  /** How long Kafka may keep an upload waiting. */
  @WithDefault("20s")
  Duration patience();

  /** The longest recording. */
  @WithDefault("3h")
  Duration maxLength();

  /** Uploads at once on this gateway. */
  @WithDefault("20")
  int maxUploads();

  /** Of one user. */
  @WithDefault("2")
  int maxUploadsPerUser();

  /**
   * What one upload is charged for: the beginning by which a file is known, what is being read and
   * brought to the recording's rate, and the window.
   */
  @WithDefault("3M")
  MemorySize memory();

  /** The largest file: three hours of stereo 32-bit float at 96 kHz are 8.3 GB. */
  @WithDefault("9G")
  MemorySize maxBytes();

  /** How long a sender may let us wait for {@link #leastBytes}. */
  @WithDefault("30s")
  Duration stall();

  @WithDefault("64K")
  MemorySize leastBytes();

  /** Compressed files that are decoded at once, each by a process of some 80 MB. */
  @WithDefault("2")
  int maxDecoders();
}
