package org.medicscribe.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.medicscribe.gateway.session.RefusalReason;
import org.medicscribe.memory.MemoryBudget;
import org.medicscribe.memory.Share;

class SocketPlacesTest {

  private static final int LIMIT = 20;
  private static final int PER_USER = 3;
  private static final long BYTES = 1_000;
  private static final Duration GRACE = Duration.ofSeconds(10);

  private Instant now = Instant.parse("2026-11-24T10:00:00Z");
  private final Share memory = new MemoryBudget(BYTES * LIMIT).share("sockets", 0, 1);
  private final SocketPlaces places =
      new SocketPlaces(LIMIT, PER_USER, GRACE, memory, BYTES, () -> now);

  /** A socket that remembers why it had to go. */
  private static final class Window implements SocketPlaces.Guest {
    private final String user;
    private final List<RefusalReason> evicted = new ArrayList<>();

    Window(String user) {
      this.user = user;
    }

    @Override
    public String user() {
      return user;
    }

    @Override
    public void evict(RefusalReason reason) {
      evicted.add(reason);
    }
  }

  private Window watching(String user) {
    Window window = new Window(user);
    assertThat(places.enter(window)).isEmpty();
    return window;
  }

  private Window recording(String user) {
    Window window = watching(user);
    places.records(window);
    return window;
  }

  @Test
  void shouldCloseTheLongestWatcherOfAUserWhoOpensTooMany() {
    // Given
    Window recorder = recording("a");
    Window first = watching("a");
    Window second = watching("a");

    // When
    watching("a");

    // Then
    assertThat(first.evicted).containsExactly(RefusalReason.TOO_MANY_SOCKETS);
    assertThat(second.evicted).isEmpty();
    assertThat(recorder.evicted).isEmpty();
    assertThat(places.count()).isEqualTo(PER_USER);
  }

  @Test
  void shouldRefuseAUserWhoseSocketsAllRecord() {
    // Given
    for (int i = 0; i < PER_USER; i++) {
      recording("a");
    }

    // Then
    assertThat(places.enter(new Window("a"))).contains(RefusalReason.TOO_MANY_SOCKETS);
    assertThat(places.enter(new Window("b"))).isEmpty();
  }

  @Test
  void shouldFindAPlaceForEveryRecorderWhileOthersOnlyWatch() {
    // Given
    List<Window> silent = new ArrayList<>();
    for (int i = 0; i < LIMIT; i++) {
      silent.add(watching("silent-" + i));
    }
    now = now.plus(GRACE);

    // When
    List<Window> recorders = new ArrayList<>();
    for (int i = 0; i < LIMIT; i++) {
      recorders.add(recording("clinician-" + i));
    }

    // Then
    assertThat(silent)
        .allSatisfy(
            window -> assertThat(window.evicted).containsExactly(RefusalReason.SERVICE_BUSY));
    assertThat(recorders).allSatisfy(window -> assertThat(window.evicted).isEmpty());
    assertThat(places.enter(new Window("late"))).contains(RefusalReason.SERVICE_BUSY);
  }

  @Test
  void shouldLeaveThoseAloneWhoAreAboutToRecord() {
    // Given
    List<Window> fresh = new ArrayList<>();

    // When
    for (int i = 0; i < LIMIT; i++) {
      fresh.add(watching("clinician-" + i));
    }

    // Then
    assertThat(fresh).allSatisfy(window -> assertThat(window.evicted).isEmpty());
  }

  @Test
  void shouldGiveItsPlaceUpOnceAndOnlyOnce() {
    // Given
    Window window = recording("a");

    // When
    places.leave(window);
    places.leave(window);

    // Then
    assertThat(places.count()).isZero();
    assertThat(memory.used()).isZero();
  }

  @Test
  void shouldTakeARecorderThatHasEndedForAWatcher() {
    // Given
    Window ended = recording("a");
    recording("a");
    recording("a");
    places.watches(ended);

    // When
    watching("a");

    // Then
    assertThat(ended.evicted).containsExactly(RefusalReason.TOO_MANY_SOCKETS);
  }
}
