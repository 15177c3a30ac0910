package org.medicscribe.soapnote.drafting.embedded;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.medicscribe.events.NotePart;
import org.medicscribe.events.NoteTemplate;
import org.medicscribe.events.NoteTemplate.Section;

/**
 * Which section of a template a statement goes to: of those that take its part, the first with a
 * cue that stands in it; if there is none, the first without cues, or else the first. What no
 * section takes is left out.
 */
final class Filing {

  private final NoteTemplate template;
  private final Map<Section, Pattern> cues = new HashMap<>();

  Filing(NoteTemplate template) {
    this.template = template;
    for (Section section : template.sections()) {
      if (!section.cues().isEmpty()) {
        String words = section.cues().stream().map(Pattern::quote).collect(Collectors.joining("|"));
        cues.put(section, Pattern.compile("\\b(?:" + words + ")", Pattern.CASE_INSENSITIVE));
      }
    }
  }

  boolean isFor(Section section, Placement placement) {
    return sectionOf(placement).filter(section::equals).isPresent();
  }

  private Optional<Section> sectionOf(Placement placement) {
    List<Section> taking = taking(placement.part());
    String text = placement.candidate().text();
    return taking.stream()
        .filter(each -> isCuedBy(each, text))
        .findFirst()
        .or(() -> taking.stream().filter(each -> !cues.containsKey(each)).findFirst())
        .or(() -> taking.stream().findFirst());
  }

  private List<Section> taking(NotePart part) {
    return template.sections().stream().filter(section -> section.takes(part)).toList();
  }

  private boolean isCuedBy(Section section, String text) {
    Pattern pattern = cues.get(section);
    return pattern != null && pattern.matcher(text).find();
  }
}
