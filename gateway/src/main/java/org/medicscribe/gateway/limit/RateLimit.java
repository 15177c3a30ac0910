package org.medicscribe.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/**
 * A bucket of requests for each caller, refilled evenly. Memory is bounded; a gateway counts for
 * itself, so a caller has as much on each replica. Thread-safe.
 */
final class RateLimit {

  private final Bandwidth bandwidth;
  private final Cache<String, Bucket> buckets;

  RateLimit(int requests, Duration window, int remembered) {
    this.bandwidth = Bandwidth.builder().capacity(requests).refillGreedy(requests, window).build();
    this.buckets = Caffeine.newBuilder().maximumSize(remembered).expireAfterAccess(window).build();
  }

  /** Zero if the caller may go on, else how long to wait. */
  Duration ask(String caller) {
    Bucket bucket = buckets.get(caller, _ -> Bucket.builder().addLimit(bandwidth).build());
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
  }
}
