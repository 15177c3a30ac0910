package org.medicscribe.devstack.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.medicscribe.events.Segment;

/** Hears how a visit goes, in order, on the visit's own thread. */
public interface Narrator {

  /** The encounter exists and consent is recorded. */
  void begun(String encounter);

  void heard(List<Segment> added);

  void interim(String speaker, String text);

  /**
   * @param sent seconds of audio on their way
   * @param safe seconds of audio that cannot be lost any more
   * @param heard seconds of audio that are transcribed
   */
  void progress(double sent, double safe, double heard);

  /** Something is slow or was interrupted, and goes on. */
  void hiccup(String sentence);

  /**
   * @param note the working note, as the gateway gives it
   * @param transcript all segments of the visit
   */
  void note(JsonNode note, List<Segment> transcript);

  /** There will be no note; the sentence says what can be done. */
  void noNote(String code, String sentence);
}
