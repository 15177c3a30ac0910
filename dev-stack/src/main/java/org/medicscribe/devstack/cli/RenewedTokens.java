package org.medicscribe.devstack.cli;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.medicscribe.devstack.client.Tokens;
import org.medicscribe.devstack.client.VisitFailure;
import org.medicscribe.devstack.issuer.SignIn;

/**
 * The token of one person, asked for again when most of its time is over: a recording may last
 * longer than a token. Used by one visit at a time; not thread-safe.
 */
final class RenewedTokens implements Tokens {

  /** Signs the person in. */
  @FunctionalInterface
  interface Person {
    SignIn.Access signIn() throws IOException, InterruptedException;
  }

  /** What to tell people when nobody can be signed in. */
  @FunctionalInterface
  interface InWords {
    VisitFailure of(IOException failure);
  }

  private final Person person;
  private final InWords inWords;
  private final InstantSource clock;
  private @Nullable Held held;

  /** A token, and when a new one is wanted and needed. */
  private record Held(String token, Instant wanted, Instant needed) {}

  RenewedTokens(Person person, InWords inWords, InstantSource clock) {
    this.person = person;
    this.inWords = inWords;
    this.clock = clock;
  }

  @Override
  public String current() throws VisitFailure, InterruptedException {
    Instant now = clock.instant();
    Held current = held;
    if (current == null || !now.isBefore(current.wanted())) {
      current = renewed(now, current);
      held = current;
    }
    return current.token();
  }

  private Held renewed(Instant now, @Nullable Held old) throws VisitFailure, InterruptedException {
    try {
      SignIn.Access access = person.signIn();
      return new Held(
          access.token(),
          now.plus(access.validity().multipliedBy(3).dividedBy(4)),
          now.plus(access.validity()));
    } catch (IOException e) {
      if (old != null && now.isBefore(old.needed())) {
        return old;
      }
      throw inWords.of(e);
    }
  }
}
