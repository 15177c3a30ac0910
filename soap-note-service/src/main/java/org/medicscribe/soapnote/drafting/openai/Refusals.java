package org.medicscribe.soapnote.drafting.openai;

import org.medicscribe.events.FailureKind;
import org.medicscribe.soapnote.drafting.DraftResult;
import org.medicscribe.soapnote.drafting.DraftResult.Refused;

/** Says what an answer that is no draft means for the user and the operator. */
final class Refusals {

  static final String OUT_OF_CREDIT = "insufficient_quota";

  private static final String LATER = "Your recording is safe. Ask for the note again in a while.";

  private Refusals() {}

  /** A whole answer that holds no statement at all. */
  static Refused nothingToWrite() {
    return new Refused(
        FailureKind.CALLER,
        "nothing-to-write",
        "The transcript holds nothing that belongs in a note. Write it yourself, or record a"
            + " new visit.");
  }

  static Refused tooSlow() {
    return new Refused(
        FailureKind.EXTERNAL, "provider-timeout", "The note provider took too long. " + LATER);
  }

  static DraftResult of(ChatAnswer answer) {
    return switch (answer) {
      case ChatAnswer.Complete unreadable -> garbled();
      case ChatAnswer.Garbage garbage -> garbled();
      case ChatAnswer.CutOff cutOff ->
          new Refused(
              FailureKind.CALLER,
              "draft-cut-off",
              "The note became longer than the provider can write in one piece. Write the note"
                  + " yourself, or record the visit in parts.");
      case ChatAnswer.Filtered filtered ->
          new Refused(
              FailureKind.CALLER,
              "provider-content-filter",
              "The note provider's content filter stopped the draft. Write the note yourself.");
      case ChatAnswer.Declined declined ->
          new Refused(
              FailureKind.CALLER,
              "provider-declined",
              "The note provider declined to write about this visit. Write the note yourself.");
      case ChatAnswer.Unreachable unreachable ->
          new Refused(
              FailureKind.EXTERNAL,
              "provider-unreachable",
              "The note provider cannot be reached. " + LATER);
      case ChatAnswer.Broken broken ->
          new Refused(
              FailureKind.EXTERNAL,
              "provider-stream-broken",
              "The note provider's answer broke off. " + LATER);
      case ChatAnswer.Silent silent -> tooSlow();
      case ChatAnswer.ProviderError error -> of(error);
    };
  }

  private static Refused garbled() {
    return new Refused(
        FailureKind.EXTERNAL,
        "provider-garbled",
        "The note provider answered with something that is no note. " + LATER);
  }

  private static Refused of(ChatAnswer.ProviderError error) {
    if (error.code().equals(OUT_OF_CREDIT) || error.status() == 402) {
      return operator("provider-out-of-credit", "The account at the note provider has no credit.");
    }
    return switch (error.status()) {
      case 401, 403 ->
          operator("provider-unauthorized", "The note provider refuses this installation's key.");
      case 404 ->
          operator(
              "provider-model-unknown",
              "The note provider does not know the configured model, or no longer offers it.");
      case 400, 413, 422 ->
          operator(
              "provider-rejected",
              "The note provider does not accept the request; the transcript may be too long for"
                  + " the configured model, or the model's options may be wrong.");
      case 429 ->
          new Refused(FailureKind.CAPACITY, "provider-busy", "The note provider is busy. " + LATER);
      default ->
          new Refused(
              FailureKind.EXTERNAL,
              "provider-error",
              "The note provider has a problem of its own. " + LATER);
    };
  }

  /** Nothing that a retry or the user could mend. */
  private static Refused operator(String code, String what) {
    return new Refused(
        FailureKind.INTERNAL,
        code,
        what
            + " Tell your administrator. Your recording is safe; the note can be asked for later.");
  }
}
