package org.medicscribe.transcription.speech.embedded;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.medicscribe.events.EngineName;
import org.medicscribe.events.FailureKind;
import org.medicscribe.transcription.speech.SpeechRecognizer;
import org.medicscribe.transcription.speech.SpeechRequest;
import org.medicscribe.transcription.speech.SpeechResult;
import org.medicscribe.transcription.speech.SpeechStream;
import org.medicscribe.transcription.speech.embedded.RecognitionScheduler.Urgency;
import org.medicscribe.transcription.speech.embedded.voice.VoicesOfAVisit;

/** Recognises English speech on this machine; audio never leaves it. */
public final class EmbeddedRecognizer implements SpeechRecognizer, AutoCloseable {

  private static final EngineName ENGINE = new EngineName("embedded moonshine-base", true);
  private static final String LANGUAGE = "en";

  private final EmbeddedSettings settings;
  private final SpeechModels models;
  private final LongSupplier nanoTime;
  private final RecognitionScheduler scheduler;

  /**
   * @param models closed with this
   */
  public EmbeddedRecognizer(EmbeddedSettings settings, SpeechModels models) {
    this(settings, models, System::nanoTime);
  }

  EmbeddedRecognizer(EmbeddedSettings settings, SpeechModels models, LongSupplier nanoTime) {
    this.settings = settings;
    this.models = models;
    this.nanoTime = nanoTime;
    this.scheduler = new RecognitionScheduler(settings.workers());
  }

  static boolean understands(String language) {
    return Locale.forLanguageTag(language).getLanguage().equals(LANGUAGE);
  }

  @Override
  public SpeechStream open(SpeechRequest request, Consumer<SpeechResult> results) {
    var inbox = new AudioInbox();
    var sink = new ResultSink(results);
    var backlog = new Backlog(new DelayNotice(settings.delayNotice()), nanoTime);
    var recognition =
        new StreamRecognition(
            new SpeechListener(inbox, models.newVoiceDetector(), backlog::add),
            backlog,
            new InterimPace(settings),
            new SegmentTranscriber(
                models.transcriber(),
                new KeyTerms(request.keyTerms()),
                models.voicePrinter(),
                request.memory().recall(VoicesOfAVisit.class, VoicesOfAVisit::new)),
            sink);
    var lane = scheduler.open(recognition);
    if (!understands(request.language())) {
      recognition.doom(
          new SpeechResult.Failed(
              FailureKind.CALLER,
              "embedded-language-unsupported",
              "The embedded recogniser understands English only; other languages need Deepgram."));
      lane.request(Urgency.LISTEN);
    }
    return new EmbeddedStream(inbox, recognition, sink, lane, settings);
  }

  @Override
  public boolean knowsVoicesAgain() {
    return true;
  }

  @Override
  public EngineName engine() {
    return ENGINE;
  }

  @Override
  public List<String> languages() {
    return List.of(LANGUAGE);
  }

  /** Ends the threads; open streams get no further result. */
  @Override
  public void close() {
    scheduler.close();
    models.close();
  }
}
