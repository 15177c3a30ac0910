package org.medicscribe.transcription.speech.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.medicscribe.transcription.speech.embedded.SpokenAudio.joined;
import static org.medicscribe.transcription.speech.embedded.SpokenAudio.silence;
import static org.medicscribe.transcription.speech.embedded.SpokenAudio.speech;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.medicscribe.events.FailureKind;
import org.medicscribe.transcription.speech.SpeechRequest;
import org.medicscribe.transcription.speech.SpeechResult;
import org.medicscribe.transcription.speech.SpeechStream;
import org.medicscribe.transcription.speech.SpokenWord;

@Timeout(120)
class EmbeddedRecognizerTest {

  private static final int SECOND = 16_000;
  private static final EmbeddedSettings SETTINGS =
      new EmbeddedSettings(
          Path.of("unused"),
          1,
          Duration.ofSeconds(1),
          Duration.ofMillis(1500),
          Duration.ofSeconds(3),
          Duration.ofSeconds(60));

  /** Holds every transcription until it is let go. */
  private static final class HeldModels extends FakeSpeechModels {
    private final CountDownLatch gate = new CountDownLatch(1);
    private final CountDownLatch begun = new CountDownLatch(1);

    @Override
    Transcription transcribe(float[] samples, BooleanSupplier abandoned) {
      begun.countDown();
      try {
        gate.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return abandoned.getAsBoolean()
          ? new Transcription.Abandoned()
          : super.transcribe(samples, abandoned);
    }
  }

  private final HeldModels held = new HeldModels();
  private final AtomicLong clock = new AtomicLong();
  private final RecordedResults results = new RecordedResults();
  private EmbeddedRecognizer recognizer = new EmbeddedRecognizer(SETTINGS, new FakeSpeechModels());

  @AfterEach
  void close() {
    held.gate.countDown();
    recognizer.close();
  }

  @Test
  void shouldCoverAllAudioWithContiguousFinalsAndEnd() {
    // Given
    SpeechStream stream = open();
    stream.send(silence(1));
    stream.send(speech(2));
    stream.send(silence(7));
    stream.send(speech(14.01));

    // When
    stream.finish();

    // Then
    assertThat(results.awaitLast()).isEqualTo(new SpeechResult.Ended());
    results.assertFinalsCover((long) (24.01 * SECOND));
    assertThat(stream.pendingSamples()).isZero();
  }

  @Test
  void shouldCoverSilenceAsItGoesOn() {
    // Given
    SpeechStream stream = open();

    // When
    stream.send(silence(5));

    // Then
    results.await(result ->
        result instanceof SpeechResult.Final covered
            && covered.end() > 3 * SECOND
            && covered.words().isEmpty()
            && !covered.inaudible());
  }

  @Test
  void shouldShowWhatIsBeingSaidBeforeItIsOver() {
    // Given
    SpeechStream stream = open();

    // When
    stream.send(speech(1.5));

    // Then
    results.await(SpeechResult.Interim.class::isInstance);
    var interim = results.all(SpeechResult.Interim.class).getFirst();
    assertThat(interim.words()).extracting(SpokenWord::text).containsExactly("1.5", "seconds.");
  }

  @Test
  void shouldSettleEverythingOnFlushAndGoOnAfterwards() {
    // Given
    SpeechStream stream = open();
    stream.send(speech(2));

    // When
    stream.flush();

    // Then
    results.await(
        result -> result instanceof SpeechResult.Final settled && settled.end() == 2 * SECOND);
    stream.send(speech(1));
    stream.finish();
    results.awaitLast();
    results.assertFinalsCover(3 * SECOND);
  }

  @Test
  void shouldEndAtOnceWithoutAudio() {
    // Given
    SpeechStream stream = open();

    // When
    stream.finish();

    // Then
    assertThat(results.awaitLast()).isEqualTo(new SpeechResult.Ended());
    assertThat(results.all()).hasSize(1);
  }

  @Test
  void shouldSayInaudibleWhereAVoiceGivesNoWords() {
    // Given
    recognizer.close();
    recognizer =
        new EmbeddedRecognizer(
            SETTINGS,
            new FakeSpeechModels() {
              @Override
              Transcription transcribe(float[] samples, BooleanSupplier abandoned) {
                return samples.length > 2 * SECOND
                    ? new Transcription.Unintelligible()
                    : new Transcription.Heard(List.of());
              }
            });
    SpeechStream stream = open();
    stream.send(speech(1));
    stream.send(silence(1));
    stream.send(speech(3));

    // When
    stream.finish();

    // Then
    results.awaitLast();
    results.assertFinalsCover(5 * SECOND);
    assertThat(results.all(SpeechResult.Final.class))
        .filteredOn(SpeechResult.Final::inaudible)
        .hasSize(2)
        .allSatisfy(result -> assertThat(result.words()).isEmpty());
  }

  @Test
  void shouldDeliverNothingAfterAnAbort() throws InterruptedException {
    // Given
    useHeldModels();
    SpeechStream stream = open();
    stream.send(speech(2));
    stream.flush();
    held.begun.await();

    // When
    stream.abort();
    held.gate.countDown();
    stream.send(speech(2));
    stream.finish();

    // Then
    recognizer.close();
    assertThat(results.all()).isEmpty();
  }

  @Test
  void shouldDelayInterimsButSkipNoFinalUnderLoad() throws InterruptedException {
    // Given
    useHeldModels();
    var otherResults = new RecordedResults();
    SpeechStream stream = open();
    SpeechStream other = recognizer.open(english(), otherResults);
    stream.send(speech(2));
    stream.flush();
    held.begun.await();
    for (int turn = 0; turn < 3; turn++) {
      other.send(speech(2));
      other.send(silence(1));
    }
    other.send(speech(2));
    assertThat(other.pendingSamples()).isGreaterThan(8L * SECOND);

    // When
    held.gate.countDown();

    // Then
    otherResults.await(SpeechResult.Interim.class::isInstance);
    other.finish();
    stream.finish();
    otherResults.awaitLast();
    results.awaitLast();
    results.assertFinalsCover(2 * SECOND);
    otherResults.assertFinalsCover(11 * SECOND);
    List<SpeechResult> order = otherResults.all();
    int firstInterim = order.indexOf(otherResults.all(SpeechResult.Interim.class).getFirst());
    assertThat(order.subList(0, firstInterim))
        .filteredOn(result -> result instanceof SpeechResult.Final)
        .filteredOn(result -> !((SpeechResult.Final) result).words().isEmpty())
        .as("finals before the first interim")
        .hasSize(3);
  }

  @Test
  void shouldSayThatItLagsAndThatItCaughtUp() throws InterruptedException {
    // Given
    useHeldModels();
    SpeechStream stream = open();
    stream.send(joined(speech(2), silence(1), speech(2), silence(1)));
    held.begun.await();
    clock.addAndGet(Duration.ofSeconds(4).toNanos());

    // When
    held.gate.countDown();
    stream.finish();

    // Then
    results.awaitLast();
    assertThat(results.all(SpeechResult.Delayed.class))
        .extracting(SpeechResult.Delayed::behind)
        .containsExactly(Duration.ofSeconds(4), Duration.ZERO);
  }

  @Test
  void shouldGiveUpAStreamThatOutrunsTheMachine() throws InterruptedException {
    // Given
    useHeldModels();
    SpeechStream stream = open();
    stream.send(speech(2));
    stream.flush();
    held.begun.await();

    // When
    for (int i = 0; i < 70; i++) {
      stream.send(speech(1));
    }
    held.gate.countDown();

    // Then
    assertThat(results.awaitLast())
        .isInstanceOfSatisfying(
            SpeechResult.Failed.class,
            failed -> {
              assertThat(failed.kind()).isEqualTo(FailureKind.CAPACITY);
              assertThat(failed.code()).isEqualTo("embedded-overrun");
            });
  }

  @Test
  void shouldRefuseALanguageItDoesNotUnderstand() {
    // When
    recognizer.open(new SpeechRequest("es-MX", List.of()), results);

    // Then
    assertThat(results.awaitLast())
        .isInstanceOfSatisfying(
            SpeechResult.Failed.class,
            failed -> {
              assertThat(failed.kind()).isEqualTo(FailureKind.CALLER);
              assertThat(failed.code()).isEqualTo("embedded-language-unsupported");
            });
    assertThat(recognizer.languages()).allMatch(EmbeddedRecognizer::understands);
    assertThat(EmbeddedRecognizer.understands("en-GB")).isTrue();
    assertThat(EmbeddedRecognizer.understands("multi")).isFalse();
  }

  @Test
  void shouldFailOneStreamWhenItsRecognitionBreaksDown() {
    // Given
    recognizer.close();
    recognizer =
        new EmbeddedRecognizer(
            SETTINGS,
            new FakeSpeechModels() {
              @Override
              Transcription transcribe(float[] samples, BooleanSupplier abandoned) {
                throw new IllegalStateException("broken on purpose");
              }
            });
    SpeechStream stream = open();
    stream.send(speech(2));

    // When
    stream.finish();

    // Then
    assertThat(results.awaitLast())
        .isInstanceOfSatisfying(
            SpeechResult.Failed.class,
            failed -> assertThat(failed.kind()).isEqualTo(FailureKind.INTERNAL));
  }

  @Test
  void shouldPutKeyTermsWhereTheySoundTheSame() {
    // Given
    recognizer.close();
    recognizer =
        new EmbeddedRecognizer(
            SETTINGS,
            new FakeSpeechModels() {
              @Override
              Transcription transcribe(float[] samples, BooleanSupplier abandoned) {
                return new Transcription.Heard(
                    List.of(
                        new Transcription.HeardWord("lease", -1.2),
                        new Transcription.HeardWord("in", -0.1),
                        new Transcription.HeardWord("April.", -0.1)));
              }
            });
    SpeechStream stream = recognizer.open(new SpeechRequest("en", List.of("lisinopril")), results);
    stream.send(speech(2));

    // When
    stream.finish();

    // Then
    results.awaitLast();
    assertThat(results.all(SpeechResult.Final.class).getFirst().words())
        .extracting(SpokenWord::text)
        .containsExactly("lisinopril.");
  }

  @Test
  void shouldCloseItsModels() {
    // Given
    var models = new FakeSpeechModels();
    var other = new EmbeddedRecognizer(SETTINGS, models);

    // When
    other.close();

    // Then
    assertThat(models.closed).isTrue();
  }

  private void useHeldModels() {
    recognizer.close();
    recognizer = new EmbeddedRecognizer(SETTINGS, held, clock::get);
  }

  private SpeechStream open() {
    return recognizer.open(english(), results);
  }

  private static SpeechRequest english() {
    return new SpeechRequest("en-US", List.of());
  }
}
