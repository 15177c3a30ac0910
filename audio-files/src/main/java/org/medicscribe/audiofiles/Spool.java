package org.medicscribe.audiofiles;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;

/**
 * Bytes that have to wait on the disk until what explains them has come. The file has no name from
 * the moment it is open, so that nothing of it stays behind, however the process ends.
 */
public final class Spool implements AutoCloseable {

  private final SeekableByteChannel file;

  private Spool(SeekableByteChannel file) {
    this.file = file;
  }

  /** One that holds nothing yet. */
  public static Spool empty() {
    return new Spool(
        unnamed(Path.of(System.getProperty("java.io.tmpdir"), "scribe-" + UUID.randomUUID())));
  }

  /** Takes {@code count} bytes out of the source, or what there is of them. */
  public static Spool of(ByteSource source, long count) throws IOException {
    Spool spool = empty();
    for (long left = count; left > 0; ) {
      byte[] piece = source.take((int) Math.min(left, ByteSource.LOOK_AHEAD));
      if (piece.length == 0) {
        break;
      }
      spool.write(ByteBuffer.wrap(piece));
      left -= piece.length;
    }
    spool.file.position(0);
    return spool;
  }

  private static SeekableByteChannel unnamed(Path path) {
    try {
      return Files.newByteChannel(
          path,
          Set.of(
              StandardOpenOption.CREATE_NEW,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void write(ByteBuffer piece) {
    try {
      while (piece.hasRemaining()) {
        file.write(piece);
      }
    } catch (IOException fullDisk) {
      close();
      throw new UncheckedIOException(fullDisk);
    }
  }

  public InputStream read() {
    return Channels.newInputStream(file);
  }

  /** The bytes, to go to and fro in. */
  public SeekableByteChannel channel() {
    return file;
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
