package org.medicscribe.transcription.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.Segment;
import org.medicscribe.events.SegmentId;
import org.medicscribe.events.TranscriptEvent.RevisedSegment;
import org.medicscribe.transcription.speech.SpokenWord;

/**
 * Which published segments belong to turns that may turn out to be another voice's. As many as the
 * recogniser names turns: it bounds them.
 */
final class Attributions {

  /**
   * @param published the label that the segment was published with
   * @param said the label that was said last
   */
  private record Attribution(
      SegmentId segment, int turn, @Nullable String published, @Nullable String said) {

    Attribution saying(@Nullable String label) {
      return new Attribution(segment, turn, published, label);
    }
  }

  private List<Attribution> attributions = new ArrayList<>();

  /**
   * These segments go out, made of these words.
   *
   * @param starts where each word lies, so that its segment is found
   */
  void add(List<Segment> segments, List<SpokenWord> words, List<SegmentId> starts) {
    Map<SegmentId, Integer> turns = new HashMap<>();
    for (int i = 0; i < words.size(); i++) {
      Integer turn = words.get(i).turn();
      if (turn != null) {
        turns.put(starts.get(i), turn);
      }
    }
    for (Segment segment : segments) {
      Integer turn = turns.get(segment.id());
      if (turn != null) {
        attributions.add(new Attribution(segment.id(), turn, segment.speaker(), segment.speaker()));
      }
    }
  }

  /** The segments that were said to be another voice's before. */
  List<RevisedSegment> revise(Map<Integer, Integer> speakers, IntFunction<String> labelOf) {
    List<RevisedSegment> revised = new ArrayList<>();
    List<Attribution> now = new ArrayList<>(attributions.size());
    for (Attribution attribution : attributions) {
      Integer speaker = speakers.get(attribution.turn());
      String label = speaker == null ? attribution.said() : labelOf.apply(speaker);
      if (label != null && !label.equals(attribution.said())) {
        revised.add(new RevisedSegment(attribution.segment(), label));
      }
      now.add(attribution.saying(label));
    }
    attributions = now;
    return revised;
  }

  /** Nobody may have heard of the revisions; the next one says all of them again. */
  void forgetRevisions() {
    attributions =
        new ArrayList<>(attributions.stream().map(each -> each.saying(each.published())).toList());
  }
}
