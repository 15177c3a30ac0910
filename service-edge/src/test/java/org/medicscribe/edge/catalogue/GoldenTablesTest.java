package org.medicscribe.edge.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The tables as others read them: the page's tests hold its sentences and its fields against these
 * files. {@code -Dgolden.write=true} writes them anew.
 */
class GoldenTablesTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  @Test
  void shouldTellOfEveryProblem() throws IOException {
    ArrayNode problems = JSON.createArrayNode();
    for (ProblemType type : ProblemType.values()) {
      problems
          .addObject()
          .put("name", type.code())
          .put("status", type.status())
          .put("kind", type.kind().name().toLowerCase(Locale.ROOT))
          .put("title", type.title())
          .put("advice", type.advice());
    }
    hold("problems.json", problems.toPrettyString());
  }

  @Test
  void shouldTellOfEveryLimit() throws IOException {
    ObjectNode limits = JSON.createObjectNode();
    Arrays.stream(Limit.values()).forEach(limit -> limits.put(camelCase(limit), limit.most()));
    hold("limits.json", limits.toPrettyString());
  }

  @ParameterizedTest
  @EnumSource(ProblemType.class)
  void shouldSayWhatIsWrongAndWhatToDo(ProblemType type) {
    assertThat(type.title()).isNotBlank().doesNotEndWith(".");
    assertThat(type.advice()).isNotBlank();
    assertThat(type.status()).isBetween(400, 599);
    assertThat(ProblemType.named(type.code())).contains(type);
  }

  private static void hold(String file, String table) throws IOException {
    Path golden = GOLDEN.resolve(file);
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(GOLDEN);
      Files.writeString(golden, table + "\n");
    }
    assertThat(Files.readString(golden)).isEqualTo(table + "\n");
  }

  private static String camelCase(Limit limit) {
    String[] words = limit.name().toLowerCase(Locale.ROOT).split("_");
    StringBuilder name = new StringBuilder(words[0]);
    for (int i = 1; i < words.length; i++) {
      name.append(words[i].substring(0, 1).toUpperCase(Locale.ROOT)).append(words[i].substring(1));
    }
    return name.toString();
  }
}
