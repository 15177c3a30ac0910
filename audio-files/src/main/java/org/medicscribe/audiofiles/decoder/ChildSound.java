package org.medicscribe.audiofiles.decoder;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.medicscribe.audiofiles.ByteSource;
import org.medicscribe.audiofiles.Decoder.Decoding;
import org.medicscribe.audiofiles.Findings;
import org.medicscribe.audiofiles.Findings.Remark;
import org.medicscribe.audiofiles.Refusal;
import org.medicscribe.audiofiles.Sound;
import org.medicscribe.audiofiles.wav.WavSound;
import org.medicscribe.events.SampleIndex;

/**
 * A file on its way through a decoder's process. A thread brings the file to the process; the
 * caller reads what comes out, which is a wave file.
 */
final class ChildSound implements Sound {

  private static final int COPIED_AT_ONCE = 16 * 1024;
  private static final int MOST_SAID = 4 * 1024;
  private static final long MICROS = 1_000_000;
  private static final int BEGINNING = 12;

  /** Encoders round the length of the whole up by less. */
  private static final double SHORTEST_MISSING = 0.25;

  private final Process process;
  private final String kind;
  private final Runnable whenDone;
  private final FileEnd end;
  private final Thread feeder;
  private final AtomicBoolean isDone = new AtomicBoolean();
  private @Nullable Sound wave;
  private volatile @Nullable IOException senderGone;
  private volatile boolean isAllFed;
  private long samples;
  private Findings ending = Findings.NONE;

  private ChildSound(Process process, String kind, ByteSource file, Runnable whenDone)
      throws IOException {
    this.process = process;
    this.kind = kind;
    this.whenDone = whenDone;
    this.end = FileEnd.of(file.peek(BEGINNING));
    this.feeder = Thread.ofVirtual().name("decoder-input").unstarted(() -> feed(file.rest()));
  }

  /**
   * @param whenDone is run once, when the process has ended
   */
  static ChildSound start(List<String> command, String kind, InputStream file, Runnable whenDone)
      throws IOException {
    ByteSource source = new ByteSource(file);
    boolean isMp4 = isMp4(source.peek(BEGINNING));
    Files.createDirectories(
        DecoderCommand.FOLDER,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    List<String> whole = new ArrayList<>(command);
    whole.add(isMp4 ? DecoderProgram.SEEKING : DecoderProgram.STREAMING);
    ProcessBuilder builder = new ProcessBuilder(whole);
    builder.environment().clear();
    ChildSound sound = new ChildSound(builder.start(), kind, source, whenDone);
    sound.feeder.start();
    return sound;
  }

  private static boolean isMp4(byte[] beginning) {
    String text = new String(beginning, StandardCharsets.ISO_8859_1);
    return List.of("ftyp", "moov", "mdat", "wide", "free", "skip").stream()
        .anyMatch(name -> text.startsWith(name, 4));
  }

  private void feed(InputStream file) {
    byte[] piece = new byte[COPIED_AT_ONCE];
    try (OutputStream in = process.getOutputStream()) {
      while (true) {
        int count;
        try {
          count = file.read(piece);
        } catch (IOException gone) {
          senderGone = gone;
          process.destroyForcibly();
          return;
        }
        if (count < 0) {
          isAllFed = true;
          return;
        }
        end.follow(piece, count);
        in.write(piece, 0, count);
      }
    } catch (IOException processHasEnoughOrIsGone) {
      // Its exit code tells which.
      return;
    }
  }

  /** Waits for the first sample, or for the reason why there is none. */
  Decoding begin() throws IOException {
    ByteSource out = new ByteSource(process.getInputStream());
    if (out.isAtEnd()) {
      Refusal refusal = refusal();
      close();
      return new Decoding.Refused(refusal);
    }
    return switch (WavSound.open(out)) {
      case WavSound.Opening.Readable(var sound) -> {
        wave = sound;
        yield new Decoding.Begun(this);
      }
      case WavSound.Opening.Foreign _, WavSound.Opening.Refused _ -> {
        close();
        yield new Decoding.Refused(
            Refusal.unsupported(kind + " of a shape that is not read here."));
      }
    };
  }

  @Override
  public byte[] next() throws IOException {
    Sound sound = wave;
    if (sound == null) {
      return new byte[0];
    }
    byte[] pcm = sound.next();
    samples += pcm.length / Short.BYTES;
    if (pcm.length == 0) {
      wave = null;
      ending = ending(sound.findings());
      close();
    }
    return pcm;
  }

  private Findings ending(Findings ofSound) throws IOException {
    Map<String, String> said = said();
    int code = exitCode();
    throwIfSenderIsGone();
    List<Remark> remarks = new ArrayList<>(ofSound.remarks());
    long missing =
        Math.max(
            micros(said, "missing-micros") * SampleIndex.PER_SECOND / MICROS, missingOfPromised());
    if (code != 0) {
      missing = Math.max(1, missing);
      remarks.add(
          new Remark(
              "decoder-stopped", "The decoder gave up in the middle; what follows was not read."));
    }
    if (said.containsKey("filled-micros")) {
      remarks.add(
          new Remark(
              "damaged",
              "Parts of the file are damaged, and words may be missing there; %.1f s of silence stand in their place."
                  .formatted((double) micros(said, "filled-micros") / MICROS)));
    }
    Findings findings = Findings.of(missing, remarks);
    return missing == 0 && isCutOff()
        ? new Findings(1, remarks)
            .with(
                new Remark(
                    "cut-off",
                    "The file was cut off, and does not say how long it was meant to be; what is"
                        + " there was taken."))
        : findings;
  }

  /** What a file whose length the decoder cannot know says that it holds, and did not. */
  private long missingOfPromised() throws IOException {
    double promised = isAllFed() ? end.promised().orElse(0) : 0;
    double missing = promised - SampleIndex.of(samples).toSeconds();
    return missing > SHORTEST_MISSING ? Math.round(missing * SampleIndex.PER_SECOND) : 0;
  }

  private boolean isCutOff() throws IOException {
    return isAllFed() && end.isCutOff();
  }

  /** Waits for the feeder, so that what it noted is seen here. */
  private boolean isAllFed() throws IOException {
    try {
      feeder.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    return isAllFed;
  }

  private Refusal refusal() throws IOException {
    Map<String, String> said = said();
    int code = exitCode();
    throwIfSenderIsGone();
    return switch (code) {
      case DecoderProgram.NO_SOUND ->
          Refusal.unsupported(kind + " with no sound track. Choose the audio file.");
      case DecoderProgram.NO_CODEC ->
          Refusal.unsupported(
              "%s whose sound (%s) is not read here. Save it as WAV."
                  .formatted(kind, said.getOrDefault("codec", "of an unknown kind")));
      case DecoderProgram.NO_SAMPLES ->
          new Refusal(Refusal.Cause.EMPTY, kind + " in which there is no sound. Record it again.");
      case DecoderProgram.NOT_UNDERSTOOD ->
          Refusal.unsupported(
              kind
                  + " that cannot be read: it is damaged, or its end is missing. Copy it again from"
                  + " its source.");
      default -> Refusal.unsupported(kind + " that the decoder could not read. Save it as WAV.");
    };
  }

  private void throwIfSenderIsGone() throws IOException {
    IOException gone = senderGone;
    if (gone != null) {
      throw gone;
    }
  }

  private Map<String, String> said() throws IOException {
    String lines =
        new String(process.getErrorStream().readNBytes(MOST_SAID), StandardCharsets.UTF_8);
    Map<String, String> said = new HashMap<>();
    lines
        .lines()
        .map(line -> line.split(" ", 2))
        .filter(words -> words.length == 2)
        .forEach(words -> said.put(words[0], words[1]));
    return said;
  }

  private static long micros(Map<String, String> said, String key) {
    return Long.parseLong(said.getOrDefault(key, "0"));
  }

  private int exitCode() throws IOException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public Findings findings() {
    return ending;
  }

  @Override
  public void close() {
    if (isDone.compareAndSet(false, true)) {
      process.destroyForcibly();
      whenDone.run();
    }
  }
}
