package org.medicscribe.audiofiles.decoder;

import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_SIZE;
import static org.bytedeco.ffmpeg.global.avformat.avio_alloc_context;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.av_malloc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.Read_packet_Pointer_BytePointer_int;
import org.bytedeco.ffmpeg.avformat.Seek_Pointer_long_int;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.medicscribe.audiofiles.ByteSource;
import org.medicscribe.audiofiles.Spool;

/** Lets the decoder go to and fro in a file that came through a pipe, by a file without a name. */
final class SpooledInput {

  private static final int BUFFER = 32 * 1024;
  private static final int SEEK_SET = 0;
  private static final int SEEK_CUR = 1;
  private static final int SEEK_END = 2;

  private final SeekableByteChannel file;

  /** Kept here, since the decoder's library holds them without Java knowing. */
  private final Read_packet_Pointer_BytePointer_int read;

  private final Seek_Pointer_long_int seek;

  private SpooledInput(SeekableByteChannel file) {
    this.file = file;
    this.read =
        new Read_packet_Pointer_BytePointer_int() {
          @Override
          public int call(Pointer opaque, BytePointer target, int count) {
            return read(target, count);
          }
        };
    this.seek =
        new Seek_Pointer_long_int() {
          @Override
          public long call(Pointer opaque, long offset, int from) {
            return seek(offset, from);
          }
        };
  }

  /** Returns when all of it has come. */
  static SpooledInput of(InputStream stream) throws IOException {
    return new SpooledInput(Spool.of(new ByteSource(stream), Long.MAX_VALUE).channel());
  }

  AVIOContext context() {
    return avio_alloc_context(
        new BytePointer(av_malloc(BUFFER)), BUFFER, 0, null, read, null, seek);
  }

  private int read(BytePointer target, int count) {
    try {
      int got = file.read(target.position(0).limit(count).asByteBuffer());
      return got < 0 ? AVERROR_EOF : got;
    } catch (IOException e) {
      return AVERROR_EOF;
    }
  }

  private long seek(long offset, int from) {
    try {
      if (from == AVSEEK_SIZE) {
        return file.size();
      }
      long start =
          switch (from & 3) {
            case SEEK_SET -> 0;
            case SEEK_CUR -> file.position();
            case SEEK_END -> file.size();
            default -> -1;
          };
      if (start < 0 || start + offset < 0) {
        return -1;
      }
      file.position(start + offset);
      return file.position();
    } catch (IOException e) {
      return -1;
    }
  }
}
