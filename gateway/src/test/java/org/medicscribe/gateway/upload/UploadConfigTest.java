package org.medicscribe.gateway.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medicscribe.gateway.surroundings.Configs;

class UploadConfigTest {

  @Test
  void shouldBoundAnUploadByDefault() {
    // When
    UploadConfig config = Configs.read(UploadConfig.class, Map.of());

    // Then
    assertThat(config.window()).isEqualTo(Duration.ofSeconds(10));
    assertThat(config.patience()).isEqualTo(Duration.ofSeconds(20));
    assertThat(config.maxLength()).isEqualTo(Duration.ofHours(3));
    assertThat(config.maxUploads()).isEqualTo(20);
    assertThat(config.maxUploadsPerUser()).isEqualTo(2);
    assertThat(config.memory().asLongValue()).isEqualTo(3 * 1024 * 1024);
    assertThat(config.maxBytes().asLongValue()).isEqualTo(9L * 1024 * 1024 * 1024);
    assertThat(config.stall()).isEqualTo(Duration.ofSeconds(30));
    assertThat(config.leastBytes().asLongValue()).isEqualTo(64 * 1024);
    assertThat(config.maxDecoders()).isEqualTo(2);
  }

  @Test
  void shouldReadEverySetting() {
    // When
    UploadConfig config =
        Configs.read(
            UploadConfig.class,
            Map.of(
                "gateway.upload.window", "1s",
                "gateway.upload.patience", "2s",
                "gateway.upload.max-length", "3m",
                "gateway.upload.max-uploads", "4",
                "gateway.upload.max-uploads-per-user", "1",
                "gateway.upload.memory", "5M",
                "gateway.upload.max-bytes", "6M",
                "gateway.upload.stall", "7s",
                "gateway.upload.least-bytes", "8K",
                "gateway.upload.max-decoders", "5"));

    // Then
    assertThat(config.window()).isEqualTo(Duration.ofSeconds(1));
    assertThat(config.patience()).isEqualTo(Duration.ofSeconds(2));
    assertThat(config.maxLength()).isEqualTo(Duration.ofMinutes(3));
    assertThat(config.maxUploads()).isEqualTo(4);
    assertThat(config.maxUploadsPerUser()).isEqualTo(1);
    assertThat(config.memory().asLongValue()).isEqualTo(5 * 1024 * 1024);
    assertThat(config.maxBytes().asLongValue()).isEqualTo(6 * 1024 * 1024);
    assertThat(config.stall()).isEqualTo(Duration.ofSeconds(7));
    assertThat(config.leastBytes().asLongValue()).isEqualTo(8 * 1024);
    assertThat(config.maxDecoders()).isEqualTo(5);
  }
}
