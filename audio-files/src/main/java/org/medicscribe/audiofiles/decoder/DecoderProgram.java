package org.medicscribe.audiofiles.decoder;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_NONE;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_DURATION_FROM_STREAM;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_max_alloc;
import static org.bytedeco.ffmpeg.global.swresample.swr_alloc_set_opts2;
import static org.bytedeco.ffmpeg.global.swresample.swr_convert;
import static org.bytedeco.ffmpeg.global.swresample.swr_init;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/**
 * A process of its own: reads a compressed recording from standard input, writes it as an endless
 * wave file of 32-bit floats to standard output, and what was noticed as {@code key value} lines to
 * standard error. Whatever goes wrong in the decoder ends with this process.
 */
public final class DecoderProgram {

  /** The stream is no container that is known. */
  static final int NOT_UNDERSTOOD = 10;

  /** A container without a sound track. */
  static final int NO_SOUND = 11;

  /** The sound is of a codec that is not there; standard error names it. */
  static final int NO_CODEC = 12;

  /** There is a sound track, and not one sample in it. */
  static final int NO_SAMPLES = 13;

  /** What an MP4 holds is often written at its end: all of it has to be there to be read. */
  static final String SEEKING = "seeking";

  static final String STREAMING = "streaming";

  /** The most that a file may have allocated in one piece. */
  private static final long LARGEST_ALLOCATION = 128L << 20;

  /** Time stamps jitter by less. */
  private static final double SHORTEST_GAP = 0.1;

  /** A jump further than this is a clock that was set, not sound that was lost. */
  private static final double LONGEST_GAP = 600;

  /** Encoders round the length of the whole up by less. */
  private static final double SHORTEST_MISSING = 0.25;

  private static final double MICROSECONDS = 1e6;

  private final OutputStream out =
      new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 64 * 1024);
  private @Nullable SwrContext converter;
  private int channels;
  private int rate;
  private int sourceFormat;
  private int sourceChannels;
  private int sourceRate;
  private @Nullable BytePointer converted;
  private long written;
  private long filled;
  private long damaged;
  private double firstTime = Double.NaN;

  private DecoderProgram() {}

  public static void main(String[] arguments) throws IOException {
    av_log_set_level(AV_LOG_QUIET);
    av_max_alloc(LARGEST_ALLOCATION);
    System.exit(new DecoderProgram().run(arguments[0].equals(SEEKING)));
  }

  private int run(boolean isSeeking) throws IOException {
    AVFormatContext file = avformat_alloc_context();
    AVDictionary options = new AVDictionary(null);
    av_dict_set(options, "protocol_whitelist", "pipe", 0);
    if (isSeeking) {
      SpooledInput input = SpooledInput.of(System.in);
      file.pb(input.context());
    }
    if (avformat_open_input(file, isSeeking ? "" : "pipe:0", null, options) < 0) {
      return NOT_UNDERSTOOD;
    }
    if (avformat_find_stream_info(file, (PointerPointer<?>) null) < 0) {
      return NOT_UNDERSTOOD;
    }
    int track = av_find_best_stream(file, AVMEDIA_TYPE_AUDIO, -1, -1, (AVCodec) null, 0);
    if (track < 0) {
      return file.nb_streams() == 0 ? NOT_UNDERSTOOD : NO_SOUND;
    }
    AVStream stream = file.streams(track);
    AVCodec codec = avcodec_find_decoder(stream.codecpar().codec_id());
    AVCodecContext decoder = codec == null ? null : open(codec, stream);
    if (decoder == null) {
      if (stream.codecpar().codec_id() != AV_CODEC_ID_NONE) {
        say("codec", avcodec_get_name(stream.codecpar().codec_id()).getString());
      }
      return NO_CODEC;
    }
    decode(file, track, stream, decoder);
    out.flush();
    if (written == 0) {
      return NO_SAMPLES;
    }
    sayWhatIsMissing(file, stream);
    return 0;
  }

  private static @Nullable AVCodecContext open(AVCodec codec, AVStream stream) {
    AVCodecContext decoder = avcodec_alloc_context3(codec);
    avcodec_parameters_to_context(decoder, stream.codecpar());
    decoder.pkt_timebase(stream.time_base());
    decoder.thread_count(1);
    return avcodec_open2(decoder, codec, (PointerPointer<?>) null) < 0 ? null : decoder;
  }

  private void decode(AVFormatContext file, int track, AVStream stream, AVCodecContext decoder)
      throws IOException {
    AVPacket packet = av_packet_alloc();
    AVFrame frame = av_frame_alloc();
    while (av_read_frame(file, packet) >= 0) {
      if (packet.stream_index() == track) {
        if (avcodec_send_packet(decoder, packet) < 0) {
          damaged++;
        }
        drain(stream, decoder, frame);
      }
      av_packet_unref(packet);
    }
    avcodec_send_packet(decoder, (AVPacket) null);
    drain(stream, decoder, frame);
  }

  private void drain(AVStream stream, AVCodecContext decoder, AVFrame frame) throws IOException {
    while (avcodec_receive_frame(decoder, frame) >= 0) {
      if (frame.nb_samples() > 0
          && frame.sample_rate() > 0
          && frame.ch_layout().nb_channels() > 0) {
        follow(frame);
        fillUpTo(frame, stream);
        write(frame);
      }
    }
  }

  /** The first frame decides how the output is; later ones are brought to it. */
  private void follow(AVFrame frame) throws IOException {
    int frameChannels = frame.ch_layout().nb_channels();
    if (converter != null
        && frame.format() == sourceFormat
        && frameChannels == sourceChannels
        && frame.sample_rate() == sourceRate) {
      return;
    }
    if (channels == 0) {
      channels = frameChannels;
      rate = frame.sample_rate();
      writeHead();
    }
    sourceFormat = frame.format();
    sourceChannels = frameChannels;
    sourceRate = frame.sample_rate();
    AVChannelLayout target = new AVChannelLayout();
    org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default(target, channels);
    AVChannelLayout source = new AVChannelLayout();
    org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default(source, sourceChannels);
    SwrContext context = new SwrContext(null);
    swr_alloc_set_opts2(
        context, target, AV_SAMPLE_FMT_FLT, rate, source, sourceFormat, sourceRate, 0, null);
    swr_init(context);
    converter = context;
  }

  /**
   * Sound that could not be decoded leaves silence of its length, so that what follows stays in
   * place.
   */
  private void fillUpTo(AVFrame frame, AVStream stream) throws IOException {
    if (frame.best_effort_timestamp() == AV_NOPTS_VALUE) {
      return;
    }
    double time =
        (double) frame.best_effort_timestamp()
            * stream.time_base().num()
            / stream.time_base().den();
    double here = (double) written / rate;
    if (Double.isNaN(firstTime)) {
      firstTime = time - here;
    }
    double gap = time - firstTime - here;
    if (gap > LONGEST_GAP) {
      firstTime = time - here;
    } else if (gap > SHORTEST_GAP) {
      long frames = Math.round(gap * rate);
      byte[] silence = new byte[channels * Float.BYTES];
      for (long i = 0; i < frames; i++) {
        out.write(silence);
      }
      written += frames;
      filled += frames;
    }
  }

  private void write(AVFrame frame) throws IOException {
    int room = (int) ((long) frame.nb_samples() * rate / sourceRate) + 256;
    long bytes = (long) room * channels * Float.BYTES;
    BytePointer target = converted;
    if (target == null || target.capacity() < bytes) {
      target = new BytePointer(bytes);
      converted = target;
    }
    try (PointerPointer<Pointer> targets = new PointerPointer<>(1)) {
      targets.put(0, target);
      int frames = swr_convert(converter, targets, room, frame.extended_data(), frame.nb_samples());
      if (frames > 0) {
        byte[] piece = new byte[frames * channels * Float.BYTES];
        target.position(0).get(piece);
        out.write(piece);
        written += frames;
      }
    }
  }

  private void writeHead() throws IOException {
    int frameBytes = channels * Float.BYTES;
    ByteBuffer head = ByteBuffer.allocate(44).order(ByteOrder.LITTLE_ENDIAN);
    head.put(ascii("RIFF")).putInt(-1).put(ascii("WAVE")).put(ascii("fmt ")).putInt(16);
    head.putShort((short) 3).putShort((short) channels).putInt(rate).putInt(rate * frameBytes);
    head.putShort((short) frameBytes).putShort((short) Float.SIZE);
    head.put(ascii("data")).putInt(-1);
    out.write(head.array());
  }

  private void sayWhatIsMissing(AVFormatContext file, AVStream stream) {
    if (file.duration_estimation_method() == AVFMT_DURATION_FROM_STREAM) {
      double stated = statedSeconds(file, stream);
      double missing = stated - (double) written / rate;
      if (missing > SHORTEST_MISSING) {
        say("missing-micros", String.valueOf(Math.round(missing * MICROSECONDS)));
      }
    }
    if (filled > 0 || damaged > 0) {
      say("filled-micros", String.valueOf(Math.round(filled * MICROSECONDS / rate)));
    }
  }

  /** The length that the track says it has; that of the whole file where it is the only track. */
  private static double statedSeconds(AVFormatContext file, AVStream stream) {
    if (stream.duration() != AV_NOPTS_VALUE) {
      return (double) stream.duration() * stream.time_base().num() / stream.time_base().den();
    }
    boolean isOnly = file.nb_streams() == 1 && file.duration() != AV_NOPTS_VALUE;
    return isOnly ? file.duration() / MICROSECONDS : 0;
  }

  private static void say(String key, String value) {
    System.err.println(key + " " + value);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
