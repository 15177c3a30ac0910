package org.medicscribe.soapnote.drafting.embedded;

/** The shipped models, loaded once for all tests. */
final class Trained {

  static final Embedder EMBEDDER = new MiniLmEmbedder();
  static final NoteComposer COMPOSER = NoteComposer.trained(EMBEDDER);
  static final SpeakerRoles ROLES = new SpeakerRoles(CueClassifier.load("voices.tsv"));
  static final RemarkSplitter SPLITTER =
      new RemarkSplitter(CueClassifier.load("boundaries.tsv"), CueClassifier.load("questions.tsv"));

  private Trained() {}
}
