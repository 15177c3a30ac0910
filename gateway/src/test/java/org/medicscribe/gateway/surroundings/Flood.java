package org.medicscribe.gateway.surroundings;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Sends a request whose body goes on and on, whatever the other side says meanwhile, until it has
 * sent all or is cut off.
 */
public final class Flood {

  private static final int PIECE = 64 * 1024;
  private static final int PATIENCE_SECONDS = 120;

  private Flood() {}

  /**
   * What came of it.
   *
   * @param answer the head of the answer and its body; empty when there was none
   * @param sent bytes that the other side, or the buffers on the way, took
   */
  public record End(String answer, long sent) {

    public int status() {
      return answer.isEmpty() ? 0 : Integer.parseInt(answer.split(" ", 3)[1]);
    }
  }

  /**
   * @param head the request line and headers, without those of the length
   * @param beginning how the body begins
   */
  public static End send(int port, String head, byte[] beginning, long bytes, boolean chunked)
      throws Exception {
    try (Socket connection = new Socket("127.0.0.1", port)) {
      CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> read(connection));
      OutputStream out = connection.getOutputStream();
      String length = chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + bytes;
      out.write(ascii("%sHost: x\r\n%s\r\n\r\n".formatted(head, length)));
      long sent = 0;
      try {
        byte[] piece = new byte[PIECE];
        System.arraycopy(beginning, 0, piece, 0, beginning.length);
        while (sent < bytes) {
          int next = (int) Math.min(PIECE, bytes - sent);
          if (chunked) {
            out.write(ascii(Integer.toHexString(next) + "\r\n"));
          }
          out.write(piece, 0, next);
          if (chunked) {
            out.write(ascii("\r\n"));
          }
          sent += next;
          if (sent == PIECE) {
            java.util.Arrays.fill(piece, (byte) 0);
          }
        }
        if (chunked) {
          out.write(ascii("0\r\n\r\n"));
        }
      } catch (IOException cutOff) {
        // As it should be.
      }
      return new End(answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS), sent);
    }
  }

  private static String read(Socket connection) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      InputStream in = connection.getInputStream();
      byte[] buffer = new byte[PIECE];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        answer.write(buffer, 0, read);
      }
    } catch (IOException cutOff) {
      // What came before counts.
    }
    return answer.toString(StandardCharsets.UTF_8);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
