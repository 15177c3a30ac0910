package org.medicscribe.audiofiles.wav;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.medicscribe.audiofiles.ByteSource;
import org.medicscribe.audiofiles.Findings;
import org.medicscribe.audiofiles.Findings.Remark;
import org.medicscribe.audiofiles.Refusal;
import org.medicscribe.audiofiles.Sound;
import org.medicscribe.audiofiles.sound.Voice;
import org.medicscribe.events.SampleIndex;

/**
 * The sound of a wave file. {@link WavChunks} finds its runs of samples; this class decodes them,
 * and decides what follows a run: another chunk, or more of the same sound, since lengths are not
 * believed where the file itself says otherwise.
 *
 * <p>Memory: one piece of half a second at most, whatever the file says.
 */
public final class WavSound implements Sound {

  private static final int PIECE_BYTES = 32 * 1024;

  /** No file is larger. */
  private static final long LARGEST_FILE = 1L << 44;

  /** Cancelled sound that is worth a word, in samples. */
  private static final long NOTEWORTHY = SampleIndex.PER_SECOND / 2;

  private final WavChunks chunks;
  private final List<Remark> remarks = new ArrayList<>();
  private WavChunks.@Nullable Run run;
  private Voice voice;
  private long left;
  private long missing;
  private long opposed;

  private WavSound(WavChunks chunks, WavChunks.Run first) {
    this.chunks = chunks;
    this.run = first;
    this.left = first.bytes();
    this.voice = first.format().voice();
  }

  /** What a file turned out to be. */
  public sealed interface Opening {
    record Readable(WavSound sound) implements Opening {}

    /**
     * Samples of a codec that is not read here.
     *
     * @param head of a wave file of which what the source still holds are the samples
     */
    record Foreign(String codec, byte[] head) implements Opening {}

    record Refused(Refusal refusal) implements Opening {}
  }

  /** Reads up to the first sample. */
  public static Opening open(ByteSource source) throws IOException {
    WavChunks chunks = new WavChunks(source);
    return switch (chunks.next()) {
      case WavChunks.Found.Samples(var run) -> new Opening.Readable(new WavSound(chunks, run));
      case WavChunks.Found.Foreign(var codec, var head) -> new Opening.Foreign(codec, head);
      case WavChunks.Found.Refused(var refusal) -> new Opening.Refused(refusal);
      case WavChunks.Found.End _ -> new Opening.Refused(Refusal.cutOff());
    };
  }

  @Override
  public byte[] next() throws IOException {
    byte[] pcm = new byte[0];
    while (pcm.length == 0 && run != null) {
      pcm = left > 0 ? piece(run) : follow(run);
    }
    return pcm;
  }

  /** The next piece of a run; with what was still waiting when the file ends in it. */
  private byte[] piece(WavChunks.Run current) throws IOException {
    SampleCodec codec = current.format().codec();
    int blocks = Math.max(1, PIECE_BYTES / codec.blockBytes());
    int wanted = (int) Math.min(left, (long) blocks * codec.blockBytes());
    byte[] bytes = current.source().take(wanted);
    byte[] pcm = decoded(current.format(), bytes);
    if (bytes.length < wanted) {
      missing += voice.samplesOf(missingFrames(current, bytes.length));
      return joined(pcm, end());
    }
    left -= wanted;
    return pcm;
  }

  /** A run is over: goes on with what turns out to be more of the same, or with the next run. */
  private byte[] follow(WavChunks.Run current) throws IOException {
    if (chunks.continuesAfter(current)) {
      run = current.goingOn();
      left = WavChunks.ENDLESS;
      return new byte[0];
    }
    return switch (chunks.next()) {
      case WavChunks.Found.Samples(var following) -> begin(following);
      case WavChunks.Found.End _ -> end();
      case WavChunks.Found.Foreign(var codec, _) -> {
        remarks.add(unread("a second recording (%s)".formatted(codec)));
        yield end();
      }
      case WavChunks.Found.Refused(_) -> {
        remarks.add(unread("a second recording that cannot be understood"));
        yield end();
      }
    };
  }

  private byte[] begin(WavChunks.Run following) {
    run = following;
    left = following.bytes();
    if (voice.fits(following.format().channels(), following.format().rate())) {
      return new byte[0];
    }
    byte[] rest = finishVoice();
    voice = following.format().voice();
    return rest;
  }

  private byte[] end() {
    run = null;
    chunks.close();
    return finishVoice();
  }

  private byte[] finishVoice() {
    byte[] rest = voice.finish();
    opposed += voice.opposed();
    return rest;
  }

  private byte[] decoded(WavFormat format, byte[] bytes) {
    SampleCodec codec = format.codec();
    ByteBuffer block = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int frames = Math.toIntExact(codec.framesIn((long) bytes.length));
    float[] interleaved = new float[frames * format.channels()];
    int count = 0;
    for (int from = 0; from < bytes.length; from += codec.blockBytes()) {
      block.position(from);
      int there = Math.min(codec.blockBytes(), bytes.length - from);
      count += codec.decode(block, there, interleaved, count * format.channels());
    }
    return voice.take(interleaved, count);
  }

  /** What the run promised beyond these bytes; a sample of which a part is there is missing too. */
  private long missingFrames(WavChunks.Run current, int held) {
    SampleCodec codec = current.format().codec();
    if (current.isCounted() && !chunks.isWholeAt(current)) {
      return codec.framesIn(left) - codec.framesIn((long) held);
    }
    int broken = held % codec.blockBytes();
    return broken != 0 && codec.framesIn(broken) == 0 ? 1 : 0;
  }

  @Override
  public long samplesIn(long bytesOfFile) {
    WavChunks.Run first = run;
    long bytes = Math.clamp(bytesOfFile, 0, Math.min(left, LARGEST_FILE));
    return first == null ? 0 : voice.samplesOf(first.format().codec().framesIn(bytes));
  }

  @Override
  public boolean isVerbatim() {
    return run != null
        && run.format().codec() instanceof Pcm(var number, var channels)
        && number == Pcm.Number.SIGNED_16
        && channels == 1
        && run.format().rate() == SampleIndex.PER_SECOND;
  }

  @Override
  public Findings findings() {
    List<Remark> all = new ArrayList<>(remarks);
    all.addAll(chunks.remarks());
    if (opposed >= NOTEWORTHY) {
      all.add(
          new Remark(
              "opposite-channels",
              "Its channels cancel each other out; one of them was taken alone."));
    }
    return Findings.of(missing, all);
  }

  @Override
  public void close() {
    chunks.close();
  }

  private static Remark unread(String what) {
    return new Remark(
        "unread", "Behind the recording the file holds %s; it was not read.".formatted(what));
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
