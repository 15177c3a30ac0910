package org.medicscribe.storage.outage;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.net.ConnectException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutagesTest {

  private static PgException database(String sqlState) {
    return new PgException("message", "ERROR", sqlState, "detail");
  }

  @ParameterizedTest
  @ValueSource(strings = {"08006", "40001", "40P01", "53300", "57P01", "58030"})
  void shouldWaitForADatabaseThatWillBeBack(String sqlState) {
    assertThat(Outages.isOutage(database(sqlState))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"22021", "23505", "42703"})
  void shouldNotWaitForAStatementThatCanNeverSucceed(String sqlState) {
    assertThat(Outages.isOutage(database(sqlState))).isFalse();
  }

  @Test
  void shouldWaitForDisksAndConnectionsEvenWrapped() {
    assertThat(Outages.isOutage(new IOException("No space left on device"))).isTrue();
    assertThat(Outages.isOutage(new CompletionException(new ConnectException()))).isTrue();
    assertThat(Outages.isOutage(new VertxException("Connection was closed"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Timeout",
        "Connection is not active now, current status: CLOSING",
        "Pending requests failed to be sent due to connection has been closed."
      })
  void shouldWaitWhereTheClientCannotSend(String message) {
    assertThat(Outages.isOutage(new NoStackTraceThrowable(message))).isTrue();
  }

  @Test
  void shouldNotTakeADefectForAnOutage() {
    assertThat(Outages.isOutage(new IllegalStateException("a defect"))).isFalse();
    assertThat(Outages.isOutage(new NullPointerException())).isFalse();
    assertThat(Outages.isOutage(new NoStackTraceThrowable("Parameter at position[1] ...")))
        .isFalse();
  }
}
