package org.medicscribe.soapnote.drafting.openai;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.async.ByteArrayFeeder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.medicscribe.events.NoteTemplate;
import org.medicscribe.events.NoteTemplate.Section;
import org.medicscribe.events.SoapNote.SectionCode;
import org.medicscribe.soapnote.drafting.DraftProgress;

/**
 * Reads an answer while it is still being written and tells each statement once its text is
 * complete. Fed by one thread at a time. An answer that is no JSON is told nothing of: the whole of
 * it is judged at its end.
 */
final class StatementFeed {

  private static final JsonFactory FACTORY = new JsonFactory();

  private final NoteTemplate template;
  private final Consumer<DraftProgress> progress;
  private final JsonParser parser;
  private final ByteArrayFeeder feeder;
  private Optional<SectionCode> section = Optional.empty();
  private boolean broken;

  StatementFeed(NoteTemplate template, Consumer<DraftProgress> progress) {
    this.template = template;
    this.progress = progress;
    try {
      this.parser = FACTORY.createNonBlockingByteArrayParser();
    } catch (IOException e) {
      throw new UncheckedIOException("a parser without input cannot be made", e);
    }
    this.feeder = (ByteArrayFeeder) parser.getNonBlockingInputFeeder();
  }

  void feed(String piece) {
    if (broken) {
      return;
    }
    byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
    try {
      feeder.feedInput(bytes, 0, bytes.length);
      JsonToken token = parser.nextToken();
      while (token != null && token != JsonToken.NOT_AVAILABLE) {
        if (token == JsonToken.VALUE_STRING) {
          tell(parser.currentName(), parser.getText());
        }
        token = parser.nextToken();
      }
    } catch (IOException noJson) {
      broken = true;
    }
  }

  private void tell(String field, String value) {
    switch (field) {
      case "code" -> section = DraftReader.section(value, template).map(Section::code);
      case "text" ->
          section.ifPresent(code -> progress.accept(new DraftProgress(code, value + "\n")));
      default -> {
        // A quote, a segment or a role: shown with the finished note.
      }
    }
  }
}
