package org.medicscribe.audiofiles;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a file is, by how it begins; its name and what the sender calls it do not count. */
sealed interface FileKind {

  /** A wave file, of whatever codec. */
  record Wave() implements FileKind {}

  /**
   * A recording, perhaps, of a kind that has to be decoded.
   *
   * @param name for people
   */
  record Compressed(String name) implements FileKind {}

  /** No recording that could be read. */
  record Other(String sentence) implements FileKind {}

  String KNOWN = "Known are WAV, M4A, MP3, Ogg, Opus, WebM, FLAC, AIFF, AMR and WMA.";

  /**
   * @param beginning as much of the file as is looked at, some kilobytes
   */
  static FileKind of(byte[] beginning) {
    String text = new String(beginning, StandardCharsets.ISO_8859_1);
    if (is(text, 0, "RIFF", "RF64", "BW64")) {
      return is(text, 8, "WAVE")
          ? new Wave()
          : is(text, 8, "AVI ") ? new Compressed("An AVI file") : unknown();
    }
    if (is(text, 4, "ftyp")) {
      return is(text, 8, "heic", "heix", "mif1", "avif")
          ? other("This is a picture, no recording. Choose the audio file.")
          : new Compressed(is(text, 8, "3gp", "3g2") ? "A 3GP file" : "An MP4 file");
    }
    if (is(text, 4, "moov", "mdat", "wide", "free", "skip", "styp", "moof")) {
      return new Compressed("A QuickTime file");
    }
    if (is(text, 0, "OggS")) {
      return new Compressed("An Ogg file");
    }
    if (is(text, 0, "\u001aE\u00df\u00a3")) {
      return new Compressed("A WebM file");
    }
    if (is(text, 0, "fLaC")) {
      return new Compressed("A FLAC file");
    }
    if (is(text, 0, "ID3") || isMpegFrame(beginning)) {
      return new Compressed("An MP3 or AAC file");
    }
    if (is(text, 0, "FORM") && is(text, 8, "AIFF", "AIFC")) {
      return new Compressed("An AIFF file");
    }
    if (is(text, 0, "#!AMR")) {
      return new Compressed("An AMR file");
    }
    if (is(text, 0, "caff", "riff", ".snd", "0&\u00b2u", "wvpk", "MAC ", "FLV")) {
      return new Compressed("This file");
    }
    return noRecording(text);
  }

  private static FileKind noRecording(String text) {
    String name = "This is %s, no recording. Choose the audio file.";
    if (is(text, 1, "dss", "ds2")) {
      return other(
          "This is a DSS dictation, which only its maker's program opens. Save it there as WAV or"
              + " MP3.");
    }
    if (is(text, 0, "PK")) {
      return other(
          name.formatted(
              text.contains("word/")
                  ? "a Word document"
                  : text.contains("xl/") ? "a spreadsheet" : "a ZIP archive"));
    }
    if (is(text, 0, "\u00d0\u00cf\u0011\u00e0")) {
      return other(name.formatted("an Office document"));
    }
    if (is(text, 0, "%PDF")) {
      return other(name.formatted("a PDF document"));
    }
    if (is(text, 0, "\u0089PNG", "\u00ff\u00d8\u00ff", "GIF8", "BM", "II*", "MM\0*")) {
      return other(name.formatted("a picture"));
    }
    if (is(text, 0, "\u001f\u008b", "7z", "Rar!", "BZh", "\u00fd7zX")) {
      return other(name.formatted("a packed archive"));
    }
    if (is(text, 0, "MThd")) {
      return other(name.formatted("a list of musical notes (MIDI)"));
    }
    if (is(text, 0, "MZ", "\u007fELF")) {
      return other(name.formatted("a program"));
    }
    if (text.stripLeading().toLowerCase(Locale.ROOT).startsWith("<!doctype html")
        || text.stripLeading().toLowerCase(Locale.ROOT).startsWith("<html")) {
      return other(name.formatted("a web page"));
    }
    if (text.chars()
            .allMatch(letter -> letter >= ' ' || letter == '\n' || letter == '\r' || letter == '\t')
        && text.length() >= 8) {
      return other(name.formatted("a text"));
    }
    return unknown();
  }

  /** The head of a frame of MPEG audio or of AAC: eleven ones, and fields that make sense. */
  private static boolean isMpegFrame(byte[] bytes) {
    if (bytes.length < 4 || (bytes[0] & 0xff) != 0xff || (bytes[1] & 0xe0) != 0xe0) {
      return false;
    }
    boolean isAac = (bytes[1] & 0xf6) == 0xf0;
    boolean isMpeg =
        (bytes[1] & 0x18) != 0x08
            && (bytes[1] & 0x06) != 0
            && (bytes[2] & 0xf0) != 0xf0
            && (bytes[2] & 0x0c) != 0x0c;
    return isAac || isMpeg;
  }

  private static boolean is(String text, int at, String... names) {
    for (String name : names) {
      if (text.startsWith(name, at)) {
        return true;
      }
    }
    return false;
  }

  private static FileKind unknown() {
    return other("This is no kind of recording that is known here. " + KNOWN);
  }

  private static FileKind other(String sentence) {
    return new Other(sentence);
  }
}
