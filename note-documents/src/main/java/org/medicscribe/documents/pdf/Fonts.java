package org.medicscribe.documents.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The fonts that a document carries in itself, and which characters they have. */
final class Fonts {

  private static final String NOTO = "/org/medicscribe/documents/pdf/NotoSans-%s.ttf";
  private static final String DEJAVU = "/net/sf/jasperreports/fonts/dejavu/DejaVuSans%s.ttf";

  private static final int REGULAR = 400;
  private static final int BOLD = 700;

  /** Of the regular ones; the bold ones have no fewer of what notes are written in. */
  private static final BitSet SHOWN = shown();

  private Fonts() {}

  static void addTo(PdfRendererBuilder builder) {
    add(builder, NOTO.formatted("Regular"), "Noto Sans", REGULAR);
    add(builder, NOTO.formatted("Bold"), "Noto Sans", BOLD);
    add(builder, DEJAVU.formatted(""), "DejaVu Sans", REGULAR);
    add(builder, DEJAVU.formatted("-Bold"), "DejaVu Sans", BOLD);
  }

  /** Whether a document can show the character. */
  static boolean have(int point) {
    return SHOWN.get(point);
  }

  private static void add(PdfRendererBuilder builder, String file, String family, int weight) {
    builder.useFont(() -> open(file), family, weight, FontStyle.NORMAL, true);
  }

  private static BitSet shown() {
    BitSet shown = new BitSet();
    addTo(shown, NOTO.formatted("Regular"));
    addTo(shown, DEJAVU.formatted(""));
    return shown;
  }

  private static void addTo(BitSet shown, String file) {
    try (InputStream font = open(file);
        TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(font))) {
      CmapLookup glyphs = parsed.getUnicodeCmapLookup();
      for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
        if (glyphs.getGlyphId(point) > 0) {
          shown.set(point);
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException("a font of our own", unreadable);
    }
  }

  private static InputStream open(String file) {
    InputStream font = Fonts.class.getResourceAsStream(file);
    if (font == null) {
      throw new IllegalStateException("there is no font " + file);
    }
    return font;
  }
}
