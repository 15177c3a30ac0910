package org.medicscribe.documents.fhir;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.medicscribe.documents.DocumentLanguage;

/** The XHTML of narratives, of which FHIR allows a part: no script, no style of another place. */
final class Xhtml {

  private Xhtml() {}

  static String div(DocumentLanguage language, String content) {
    return "<div xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"%s\" xml:lang=\"%s\">%s</div>"
        .formatted(language.tag(), language.tag(), content);
  }

  static String paragraph(String text) {
    return "<p>" + escaped(text) + "</p>";
  }

  static String list(List<String> items) {
    StringBuilder list = new StringBuilder("<ul>");
    items.forEach(item -> list.append(item));
    return list.append("</ul>").toString();
  }

  static String item(String text) {
    return "<li>" + escaped(text) + "</li>";
  }

  /** An item that an extension points to. */
  static String item(String id, String text) {
    return "<li id=\"" + escaped(id) + "\">" + escaped(text) + "</li>";
  }

  static String uriPart(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(point -> {
          switch (point) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '"' -> escaped.append("&quot;");
            default -> escaped.appendCodePoint(isXml(point) ? point : ' ');
          }
        });
    return escaped.toString();
  }

  /** XML 1.0 cannot hold every character, escaped or not. */
  private static boolean isXml(int point) {
    return point == '\t'
        || point == '\n'
        || point >= 0x20 && point <= 0xD7FF
        || point >= 0xE000 && point <= 0xFFFD
        || point >= 0x10000;
  }
}
