package org.medicscribe.gateway.limit;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;

/** The limits of a request: that of the address it comes from, then that of its user. */
@Singleton
public class CallerLimits {

  private final boolean isEnabled;
  private final RateLimit users;
  private final RateLimit addresses;
  private final RateLimit notes;
  private final MeterRegistry meters;

  CallerLimits(RateLimitConfig config, MeterRegistry meters) {
    this.isEnabled = config.enabled();
    this.users = new RateLimit(config.requests(), config.window(), config.remembered());
    this.addresses =
        new RateLimit(
            Math.multiplyExact(config.requests(), config.usersPerAddress()),
            config.window(),
            config.remembered());
    this.notes = new RateLimit(config.notes(), config.notesWindow(), config.remembered());
    this.meters = meters;
  }

  /** Zero if the address may go on, else how long to wait. */
  public Duration askAddress(String address) {
    return ask(addresses, address, "address");
  }

  /** Zero if the user may go on, else how long to wait. */
  public Duration askUser(String subject) {
    return ask(users, subject, "user");
  }

  /** Zero if the user may have one more note drafted, which costs money, else how long to wait. */
  public Duration askNote(String subject) {
    return ask(notes, subject, "note");
  }

  private Duration ask(RateLimit limit, String caller, String by) {
    if (!isEnabled) {
      return Duration.ZERO;
    }
    Duration wait = limit.ask(caller);
    if (wait.isPositive()) {
      meters.counter("gateway.requests.limited", "by", by).increment();
    }
    return wait;
  }
}
