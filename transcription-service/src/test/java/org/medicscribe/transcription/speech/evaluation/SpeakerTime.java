package org.medicscribe.transcription.speech.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody speaks from {@code start} to {@code end}, in seconds.
 *
 * @param speaker any name
 */
public record SpeakerTime(double start, double end, String speaker) {

  /** The lines of a recording in all RTTM files of a folder; none when nobody wrote any. */
  static List<SpeakerTime> read(Path folder, String recording) throws IOException {
    var times = new ArrayList<SpeakerTime>();
    try (var files = Files.list(folder)) {
      for (Path rttm : files.filter(file -> file.toString().endsWith(".rttm")).toList()) {
        for (String line : Files.readAllLines(rttm)) {
          String[] columns = line.strip().split("\\s+");
          if (columns.length > 7 && columns[1].equals(recording)) {
            double start = Double.parseDouble(columns[3]);
            times.add(new SpeakerTime(start, start + Double.parseDouble(columns[4]), columns[7]));
          }
        }
      }
    }
    return times;
  }
}
