package org.medicscribe.devstack.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The Spanish pages say what the English ones say: the same headings in order, and under each of
 * them the same commands, the same links and as many lines.
 */
class SpanishDocumentsTest {

  private static final Path ENGLISH = Path.of("../docs").toAbsolutePath().normalize();
  private static final Path SPANISH = ENGLISH.resolve("es");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern LINK = Pattern.compile("]\\(([^)#]*)(#[^)]*)?\\)");

  /** One heading, and what stands under it up to the next. */
  private record Section(int level, String title, List<String> lines) {

    List<String> commands() {
      List<String> commands = new ArrayList<>();
      boolean isBlock = false;
      boolean isShell = false;
      for (String line : lines) {
        if (line.startsWith("```")) {
          isBlock = !isBlock;
          isShell = line.equals("```bash");
        } else if (isShell && isBlock) {
          // What a comment says is translated.
          commands.add(line.replaceFirst("\\s+# .*", ""));
        } else if (!isBlock) {
          CODE.matcher(line).results().map(code -> code.group(1)).forEach(commands::add);
        }
      }
      // Within a sentence Spanish has an order of its own.
      return commands.stream().sorted().toList();
    }

    List<String> links(Path folder) {
      return lines.stream()
          .flatMap(line -> LINK.matcher(line).results())
          .map(link -> target(folder, link))
          .sorted()
          .toList();
    }

    /** Rows of tables, entries of lists and paragraphs. */
    long entries() {
      return lines.stream().filter(line -> !line.isBlank()).count();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"deployment.md", "runbook.md"})
  void shouldSayInSpanishWhatTheEnglishPageSays(String page) throws IOException {
    // When
    List<Section> english = sections(ENGLISH.resolve(page));
    List<Section> spanish = sections(SPANISH.resolve(page));

    // Then
    assertThat(spanish)
        .extracting(Section::level)
        .isEqualTo(english.stream().map(Section::level).toList());
    for (int i = 0; i < english.size(); i++) {
      Section there = english.get(i);
      Section here = spanish.get(i);
      String heading = page + ": " + there.title() + " / " + here.title();
      assertThat(here.commands()).as(heading).isEqualTo(there.commands());
      assertThat(here.links(SPANISH)).as(heading).isEqualTo(there.links(ENGLISH));
      assertThat(here.entries()).as(heading).isEqualTo(there.entries());
    }
  }

  /** What a link names is there, the heading too. */
  @ParameterizedTest
  @ValueSource(strings = {"es/deployment.md", "es/runbook.md", "es/README.md"})
  void shouldLinkToWhatIsThere(String page) throws IOException {
    Path file = ENGLISH.resolve(page);
    for (MatchResult link : LINK.matcher(Files.readString(file)).results().toList()) {
      if (link.group(1).startsWith("http")) {
        continue;
      }
      Path target = link.group(1).isEmpty() ? file : file.resolveSibling(link.group(1)).normalize();
      assertThat(target).exists();
      Optional<String> anchor = Optional.ofNullable(link.group(2)).map(each -> each.substring(1));
      if (anchor.isPresent()) {
        assertThat(sections(target).stream().map(Section::title).map(SpanishDocumentsTest::anchor))
            .as(page + " " + link.group())
            .contains(anchor.get());
      }
    }
  }

  @Test
  void shouldAddressWhoReadsAsUsted() throws IOException {
    for (String page : List.of("deployment.md", "runbook.md")) {
      assertThat(Files.readString(SPANISH.resolve(page)))
          .doesNotContainPattern("(?iu)\\b(tú|tienes|puedes|debes|haz|ejecuta tu|vosotros)\\b");
    }
  }

  /** The file that is meant; a page that is in Spanish stands for its English one. */
  private static String target(Path folder, MatchResult link) {
    String address = link.group(1);
    if (address.isEmpty()) {
      return "#";
    }
    if (address.startsWith("http")) {
      return address;
    }
    Path file = folder.resolve(address).normalize();
    return file.startsWith(SPANISH)
        ? ENGLISH.resolve(file.getFileName()).toString()
        : file.toString();
  }

  private static List<Section> sections(Path page) throws IOException {
    List<Section> sections = new ArrayList<>();
    boolean isBlock = false;
    for (String line : Files.readAllLines(page)) {
      if (line.startsWith("```")) {
        isBlock = !isBlock;
      }
      if (!isBlock && line.startsWith("#")) {
        int level = line.indexOf(' ');
        sections.add(new Section(level, line.substring(level + 1), new ArrayList<>()));
      } else if (!sections.isEmpty()) {
        sections.getLast().lines().add(line);
      }
    }
    return sections;
  }

  /** As the places where these pages are read make them. */
  private static String anchor(String title) {
    return title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
  }
}
