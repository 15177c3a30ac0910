package org.medicscribe.transcription.speech.embedded.voice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.transcription.speech.embedded.voice.VoicePrinter.Span;
import org.medicscribe.transcription.speech.embedded.voice.VoicesOfAVisit.Known;

/** Finds who speaks where in the speech of one recording. It learns voices as it goes. */
public final class SpeakerTurns {

  /** Long enough to know a voice by, short enough to hold one mostly. */
  private static final int WINDOW = 2 * SampleIndex.PER_SECOND;

  private static final int HOP = SampleIndex.PER_SECOND * 3 / 4;

  /** Less is not typical enough to know a voice by. */
  private static final int SHORTEST_SAMPLE = SampleIndex.PER_SECOND * 4 / 5;

  /** A voice is decided on for pieces of this length. */
  private static final int SLOT = SampleIndex.PER_SECOND / 20;

  /** Less voice is not known by anything. */
  private static final int SHORTEST_KNOWN = SampleIndex.PER_SECOND * 3 / 10;

  /** Another voice in the middle of a run must speak for so long to be believed. */
  private static final int SHORTEST_TURN = SampleIndex.PER_SECOND / 2;

  /**
   * A turn lasts until the next one.
   *
   * @param start in samples from the start of the audio
   * @param speaker from 0 in order of appearance, or null when nobody can tell
   * @param name what {@link VoicesOfAVisit#speakers} calls it, or null when it is not revised
   */
  public record Turn(int start, @Nullable Integer speaker, @Nullable Integer name) {}

  private record Window(int run, Span span, VoicePrint print) {}

  /** A piece of a run by one voice; {@code voice} is an index, not a number. */
  private record Piece(int run, Span span, int voice) {}

  private static final int PITCH_EVERY = SampleIndex.PER_SECOND / 25;

  /** Speech before a stretch that says how room and microphone sound. */
  private static final int CONTEXT = 3 * SampleIndex.PER_SECOND;

  private final VoicePrinter printer;
  private final VoicesOfAVisit voices;
  private short[] before = new short[0];

  public SpeakerTurns(VoicePrinter printer, VoicesOfAVisit voices) {
    this.printer = printer;
    this.voices = voices;
  }

  /** The turns in a stretch of speech, which must follow the stretches before; at least one. */
  public List<Turn> in(short[] audio) {
    List<Span> runs = VoicedRuns.of(audio);
    List<Window> windows = windows(audio, runs);
    Known known =
        voices.learn(
            windows.stream()
                .filter(window -> window.span().samples() >= SHORTEST_SAMPLE)
                .map(Window::print)
                .toList());
    List<Piece> pieces = pieces(runs, windows, known);
    var turns = new ArrayList<Turn>();
    int at = 0;
    while (at < pieces.size()) {
      int next = at + 1;
      while (next < pieces.size() && pieces.get(next).voice() == pieces.get(at).voice()) {
        next++;
      }
      turns.add(turn(turns.isEmpty(), pieces.subList(at, next), windows, known));
      at = next;
    }
    return turns.isEmpty() ? List.of(new Turn(0, null, null)) : turns;
  }

  private Turn turn(boolean first, List<Piece> pieces, List<Window> windows, Known known) {
    int start = first ? 0 : pieces.getFirst().span().start();
    int spoken = pieces.stream().mapToInt(piece -> piece.span().samples()).sum();
    List<VoicePrint> prints =
        windows.stream()
            .filter(window -> pieces.stream().anyMatch(piece -> isWithin(window, piece)))
            .map(Window::print)
            .toList();
    int voice = pieces.getFirst().voice();
    return spoken < SHORTEST_KNOWN
        ? new Turn(start, null, null)
        : new Turn(start, voice < 0 ? null : known.numbers().get(voice), voices.remember(prints));
  }

  private static boolean isWithin(Window window, Piece piece) {
    int middle = window.span().middle();
    return window.run() == piece.run()
        && piece.span().start() <= middle
        && middle < piece.span().end();
  }

  private List<Window> windows(short[] audio, List<Span> runs) {
    var spans = new ArrayList<Span>();
    var runOf = new ArrayList<Integer>();
    var seconds = new ArrayList<Double>();
    for (int run = 0; run < runs.size(); run++) {
      Span whole = runs.get(run);
      int spare = whole.samples() - WINDOW;
      int count = spare <= 0 ? 1 : Math.ceilDiv(spare, HOP) + 1;
      for (int i = 0; i < count; i++) {
        int start = whole.start() + (count == 1 ? 0 : (int) ((long) spare * i / (count - 1)));
        spans.add(new Span(start, Math.min(whole.end(), start + WINDOW)));
        runOf.add(run);
        seconds.add((double) whole.samples() / count / SampleIndex.PER_SECOND);
      }
    }
    List<float[]> prints = prints(audio, spans);
    var windows = new ArrayList<Window>();
    for (int i = 0; i < spans.size(); i++) {
      windows.add(
          new Window(
              runOf.get(i),
              spans.get(i),
              new VoicePrint(prints.get(i), pitch(audio, spans.get(i)), seconds.get(i))));
    }
    return windows;
  }

  private static double pitch(short[] audio, Span span) {
    var tracker = new PitchTracker();
    double[] pitches =
        IntStream.iterate(
                span.start(), at -> at + PitchTracker.span() <= span.end(), at -> at + PITCH_EVERY)
            .mapToDouble(at -> tracker.pitchAt(audio, at))
            .filter(hertz -> hertz > 0)
            .sorted()
            .toArray();
    return pitches.length == 0
        ? Double.NaN
        : 12 * Math.log(pitches[pitches.length / 2] / 100) / Math.log(2);
  }

  private List<float[]> prints(short[] audio, List<Span> spans) {
    short[] known = before;
    short[] heard = Arrays.copyOf(known, known.length + audio.length);
    System.arraycopy(audio, 0, heard, known.length, audio.length);
    before = Arrays.copyOfRange(heard, Math.max(0, heard.length - CONTEXT), heard.length);
    return spans.isEmpty()
        ? List.of()
        : printer.prints(
            heard,
            spans.stream()
                .map(span -> new Span(known.length + span.start(), known.length + span.end()))
                .toList());
  }

  private static List<Piece> pieces(List<Span> runs, List<Window> windows, Known known) {
    var pieces = new ArrayList<Piece>();
    for (int run = 0; run < runs.size(); run++) {
      int index = run;
      List<Window> own = windows.stream().filter(window -> window.run() == index).toList();
      pieces.addAll(withoutBlips(piecesOf(run, runs.get(run), own, known)));
    }
    return pieces;
  }

  /** Each slot belongs to the voice that the windows around it are most like. */
  private static List<Piece> piecesOf(int run, Span whole, List<Window> windows, Known known) {
    List<float[]> likeness =
        windows.stream().map(window -> known.likeness(window.print())).toList();
    var pieces = new ArrayList<Piece>();
    for (int start = whole.start(); start < whole.end(); start += SLOT) {
      int end = Math.min(whole.end(), start + SLOT);
      int voice = voiceAt(start + (end - start) / 2, windows, likeness);
      if (!pieces.isEmpty() && pieces.getLast().voice() == voice) {
        Piece last = pieces.removeLast();
        pieces.add(new Piece(run, new Span(last.span().start(), end), voice));
      } else {
        pieces.add(new Piece(run, new Span(start, end), voice));
      }
    }
    return pieces;
  }

  /** Windows count the less the farther their middle lies away. */
  private static int voiceAt(int sample, List<Window> windows, List<float[]> likeness) {
    int voices = likeness.getFirst().length;
    var sums = new double[voices];
    for (int i = 0; i < windows.size(); i++) {
      double away = Math.abs(windows.get(i).span().middle() - sample);
      double weight = Math.max(1e-6, 1 - away / HOP);
      for (int voice = 0; voice < voices; voice++) {
        sums[voice] += weight * likeness.get(i)[voice];
      }
    }
    int best = -1;
    for (int voice = 0; voice < voices; voice++) {
      if (best < 0 || sums[voice] > sums[best]) {
        best = voice;
      }
    }
    return best;
  }

  private static List<Piece> withoutBlips(List<Piece> pieces) {
    var kept = new ArrayList<Piece>();
    for (Piece piece : pieces) {
      Piece last = kept.isEmpty() ? piece : kept.removeLast();
      boolean same = last.voice() == piece.voice();
      boolean blip = piece.span().samples() < SHORTEST_TURN;
      boolean blipBefore = last.span().samples() < SHORTEST_TURN;
      if (same || blip || blipBefore) {
        int voice = blipBefore ? piece.voice() : last.voice();
        kept.add(new Piece(piece.run(), new Span(last.span().start(), piece.span().end()), voice));
      } else {
        kept.add(last);
        kept.add(piece);
      }
    }
    return kept;
  }
}
