package org.medicscribe.gateway.upload;

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

  /** Compressed files that are decoded at once, each by a process of some 80 MB. */
  @WithDefault("2")
  int maxDecoders();
}
