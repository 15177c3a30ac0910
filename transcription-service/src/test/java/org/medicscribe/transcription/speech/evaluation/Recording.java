package org.medicscribe.transcription.speech.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.SampleIndex;

/**
 * A WAV file and what is known of it.
 *
 * @param turns what is said, from the text file of the same name; empty without one
 * @param speakers who speaks when, from the RTTM files beside it; empty without any
 */
public record Recording(String name, byte[] pcm, List<Turn> turns, List<SpeakerTime> speakers) {

  /**
   * @param speaker null in a plain text
   */
  public record Turn(@Nullable String speaker, String words) {}

  private static final AudioFormat CLOCK =
      new AudioFormat(SampleIndex.PER_SECOND, 16, 1, true, false);

  public static Recording read(Path wav) throws IOException {
    String name = wav.getFileName().toString().replaceFirst("\\.wav$", "");
    try (var source = AudioSystem.getAudioInputStream(wav.toFile());
        var audio = AudioSystem.getAudioInputStream(CLOCK, source)) {
      return new Recording(
          name,
          audio.readAllBytes(),
          turns(wav.resolveSibling(name + ".txt")),
          SpeakerTime.read(wav.resolveSibling("."), name));
    } catch (UnsupportedAudioFileException e) {
      throw new IOException("not a WAV file: " + wav, e);
    }
  }

  private static List<Turn> turns(Path script) throws IOException {
    var turns = new ArrayList<Turn>();
    if (!Files.isRegularFile(script)) {
      return turns;
    }
    for (String line : Files.readAllLines(script)) {
      String[] parts = line.split(": ", 2);
      boolean tagged = parts.length == 2 && parts[0].matches("[A-Z]+");
      turns.add(tagged ? new Turn(parts[0], parts[1]) : new Turn(null, line));
    }
    return turns;
  }

  public List<String> wordsSaid() {
    return turns.stream().flatMap(turn -> SpokenForm.of(turn.words()).stream()).toList();
  }

  public long samples() {
    return pcm.length / SampleIndex.BYTES;
  }

  public double seconds() {
    return (double) samples() / SampleIndex.PER_SECOND;
  }
}
