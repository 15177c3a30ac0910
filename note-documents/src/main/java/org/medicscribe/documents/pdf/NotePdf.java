package org.medicscribe.documents.pdf;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneId;
import org.medicscribe.documents.NoteDocument;

/**
 * A note as PDF/A-2a (ISO 19005-2), which archives keep, and PDF/UA-1 (ISO 14289-1), which screen
 * readers read. Blocking, and busy with a processor all the while; safe for several threads.
 */
public final class NotePdf {

  /** The longest note that is set, in characters: some 40 pages, which take some seconds. */
  public static final int LONGEST = 160_000;

  /** What setting holds at once, measured with the smallest heap that does: the fonts, mostly. */
  private static final long BASE = 20L << 20;

  private static final long BYTES_A_CHARACTER = 140;

  private static final byte[] SRGB = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

  static {
    // It would write what it sets into the log.
    XRLog.setLoggingEnabled(false);
  }

  private NotePdf() {}

  /** How many bytes of memory it takes to set the note. */
  public static long memory(NoteDocument note) {
    return BASE + BYTES_A_CHARACTER * note.length();
  }

  /**
   * @param zone of the times that it shows
   */
  public static byte[] of(NoteDocument note, ZoneId zone) {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream(1 << 16);
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
    builder.usePdfUaAccessibility(true);
    builder.useColorProfile(SRGB);
    builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
    builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
    // A note names nothing outside itself; if it did, nothing would be fetched.
    builder.useUriResolver((base, address) -> null);
    builder.withProducer("Medic Scribe");
    Fonts.addTo(builder);
    builder.withHtmlContent(NoteHtml.of(note, zone), null);
    builder.toStream(pdf);
    try {
      builder.run();
    } catch (IOException unwritable) {
      // Its message could quote the note.
      throw new IllegalStateException("a note cannot be set as PDF");
    }
    return pdf.toByteArray();
  }
}
