package org.medicscribe.gateway.fuzz;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Sends bytes that may or may not be a request, and reads what is answered. */
final class RawHttp implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 20_000;
  private static final int LONGEST_LINE = 64 * 1024;

  private final int port;
  private @Nullable Socket connection;
  private @Nullable InputStream in;

  RawHttp(int port) {
    this.port = port;
  }

  /** The status of the final answer; 0 when the connection ends without one. */
  int ask(byte[] request, boolean isHead) throws IOException {
    Socket socket = connection;
    if (socket == null) {
      socket = new Socket("127.0.0.1", port);
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.setTcpNoDelay(true);
      connection = socket;
      in = new BufferedInputStream(socket.getInputStream());
    }
    try {
      socket.getOutputStream().write(request);
    } catch (IOException closedEarly) {
      // It may have answered all the same.
    }
    try {
      return answer(isHead);
    } catch (IOException cutOff) {
      close();
      return 0;
    }
  }

  private int answer(boolean isHead) throws IOException {
    int status;
    do {
      String line = line();
      if (line.isEmpty()) {
        close();
        return 0;
      }
      status = Integer.parseInt(line.split(" ")[1]);
      read(isHead || status < 200 || status == 204 || status == 304);
    } while (status < 200);
    return status;
  }

  private void read(boolean isBodiless) throws IOException {
    long length = -1;
    boolean isChunked = false;
    boolean isLast = false;
    for (String line = line(); !line.isEmpty(); line = line()) {
      String header = line.toLowerCase(Locale.ROOT);
      if (header.startsWith("content-length:")) {
        length = Long.parseLong(header.substring("content-length:".length()).strip());
      }
      isChunked |= header.startsWith("transfer-encoding:") && header.contains("chunked");
      isLast |= header.startsWith("connection:") && header.contains("close");
    }
    if (!isBodiless) {
      if (isChunked) {
        chunks();
      } else if (length >= 0) {
        source().skipNBytes(length);
      } else {
        isLast = true;
      }
    }
    if (isLast) {
      close();
    }
  }

  private void chunks() throws IOException {
    int size;
    do {
      size = Integer.parseInt(line().strip(), 16);
      source().skipNBytes(size);
      line();
    } while (size > 0);
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = source().read(); c >= 0 && c != '\n'; c = source().read()) {
      if (c != '\r') {
        line.write(c);
      }
      if (line.size() > LONGEST_LINE) {
        throw new IOException("no end of a line");
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }

  private InputStream source() throws IOException {
    if (in == null) {
      throw new IOException("closed");
    }
    return in;
  }

  @Override
  public void close() throws IOException {
    if (connection != null) {
      connection.close();
    }
    connection = null;
    in = null;
  }
}
