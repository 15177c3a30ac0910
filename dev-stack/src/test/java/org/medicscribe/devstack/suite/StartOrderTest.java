package org.medicscribe.devstack.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class StartOrderTest {

  private final List<String> ready = new CopyOnWriteArrayList<>();

  private StartOrder order() {
    return new StartOrder((part, address, took) -> ready.add(part));
  }

  @Test
  void shouldStartAPartOnlyAfterThoseItNeeds() throws Exception {
    try (StartOrder order = order()) {
      // Given
      CountDownLatch serviceMayNotRun = new CountDownLatch(1);
      var kafka =
          order.add(
              "kafka",
              () -> {
                serviceMayNotRun.await();
                return "here";
              },
              List.of());
      var _ = order.add("gateway", () -> "there", List.of(kafka));

      // When
      serviceMayNotRun.countDown();
      order.await();
    }

    // Then
    assertThat(ready).containsExactly("kafka", "gateway");
  }

  @Test
  void shouldEndTheWaitOfOthersWhenOnePartFails() {
    assertThatThrownBy(
            () -> {
              try (StartOrder order = order()) {
                var _ =
                    order.add(
                        "storage-service",
                        () -> {
                          new CountDownLatch(1).await();
                          return "never";
                        },
                        List.of());
                var _ =
                    order.add(
                        "postgresql",
                        () -> {
                          throw new IllegalStateException("no space left");
                        },
                        List.of());
                order.await();
              }
            })
        .isInstanceOf(SuiteFailure.class)
        .hasMessage("postgresql did not start: no space left");
    assertThat(ready).isEmpty();
  }
}
