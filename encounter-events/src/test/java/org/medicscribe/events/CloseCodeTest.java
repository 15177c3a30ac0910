package org.medicscribe.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.medicscribe.events.CloseCode.Next;

class CloseCodeTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden/socket/close-codes.json");

  /** The page's tests read the same file; {@code -Dgolden.write=true} writes it anew. */
  @Test
  void shouldTellOfEveryCode() throws IOException {
    ArrayNode codes = EventJson.mapper().createArrayNode();
    for (CloseCode code : CloseCode.values()) {
      codes
          .addObject()
          .put("code", code.code())
          .put("recorder", inWords(code.recorder()))
          .put("watcher", inWords(code.watcher()));
    }
    String table = codes.toPrettyString() + "\n";
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(GOLDEN.getParent());
      Files.writeString(GOLDEN, table);
    }
    assertThat(Files.readString(GOLDEN)).isEqualTo(table);
  }

  @Test
  void shouldTakeWhatIsNotInTheTableForALostConnection() {
    assertThat(CloseCode.forRecorder(1006)).isEqualTo(Next.RECONNECT);
    assertThat(CloseCode.forRecorder(4499)).isEqualTo(Next.RECONNECT);
    assertThat(CloseCode.forRecorder(4403)).isEqualTo(Next.GIVE_UP);
  }

  private static String inWords(Next next) {
    return next.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
