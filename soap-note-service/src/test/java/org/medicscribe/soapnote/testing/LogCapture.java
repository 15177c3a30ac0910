package org.medicscribe.soapnote.testing;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/** Everything that any logger of this process writes, exceptions included. */
public final class LogCapture extends Handler implements AutoCloseable {

  private final Collection<String> lines = new ConcurrentLinkedQueue<>();

  public static LogCapture start() {
    LogCapture capture = new LogCapture();
    capture.setLevel(Level.ALL);
    Logger.getLogger("").addHandler(capture);
    return capture;
  }

  public String text() {
    return String.join("\n", lines);
  }

  @Override
  public void publish(LogRecord logged) {
    StringWriter line = new StringWriter();
    line.write(
        logged instanceof ExtLogRecord ext ? ext.getFormattedMessage() : logged.getMessage());
    if (logged.getThrown() != null) {
      logged.getThrown().printStackTrace(new PrintWriter(line, true));
    }
    lines.add(line.toString());
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    Logger.getLogger("").removeHandler(this);
  }
}
