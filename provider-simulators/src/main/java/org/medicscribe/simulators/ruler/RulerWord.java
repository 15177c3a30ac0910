package org.medicscribe.simulators.ruler;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Word {@code index} of a ruler session: half a second of it, spoken as {@code s42w000123}.
 *
 * <p>The token names its session, so that a word in another patient's transcript shows.
 */
public record RulerWord(int session, long index) {

  /** Half a second. */
  public static final int SAMPLES = RulerSignal.SAMPLES_PER_SECOND / 2;

  /** Words that one voice says before the other answers. */
  public static final int PER_TURN = 10;

  private static final Pattern TOKEN =
      Pattern.compile("\\bs(\\d{1,8})w(\\d{6,12})\\b", Pattern.CASE_INSENSITIVE);

  public RulerWord {
    if (session < 0 || index < 0) {
      throw new IllegalArgumentException("no such ruler word: session " + session + ", " + index);
    }
  }

  /** The word in whose span the sample at {@code position} lies. */
  public static RulerWord at(int session, long position) {
    return new RulerWord(session, position / SAMPLES);
  }

  /** Words whose middle lies in {@code [0, samples)}: what a perfect listener hears. */
  public static long count(long samples) {
    return (samples + SAMPLES / 2 - 1) / SAMPLES;
  }

  /** Reads a token, however it was capitalised and punctuated. */
  public static Optional<RulerWord> parse(String text) {
    return Optional.of(TOKEN.matcher(text)).filter(Matcher::find).map(RulerWord::of);
  }

  static RulerWord of(Matcher matcher) {
    return new RulerWord(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2)));
  }

  static Matcher matcher(CharSequence text) {
    return TOKEN.matcher(text);
  }

  public long start() {
    return index * SAMPLES;
  }

  /** The sample that decides: the word is spoken where this sample stands in a stream. */
  public long middle() {
    return start() + SAMPLES / 2;
  }

  public long end() {
    return start() + SAMPLES;
  }

  /** 0 or 1, by turns. */
  public int speaker() {
    return (int) (index / PER_TURN % 2);
  }

  public boolean endsTurn() {
    return index % PER_TURN == PER_TURN - 1;
  }

  public String token() {
    return "s%dw%06d".formatted(session, index);
  }

  @Override
  public String toString() {
    return token();
  }
}
