package org.medicscribe.soapnote.writing;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.EngineName;
import org.medicscribe.events.FailureKind;
import org.medicscribe.events.NoteEvent;
import org.medicscribe.events.NoteEvent.NoteDrafted;
import org.medicscribe.events.NoteEvent.NoteFailed;
import org.medicscribe.events.NoteEvent.NoteRequested;
import org.medicscribe.events.NoteRequestId;
import org.medicscribe.events.SoapNote.Omission;
import org.medicscribe.events.SoapNote.SectionCode;
import org.medicscribe.events.SoapNote.SpeakerRole;
import org.medicscribe.events.SoapNote.Verification.Status;
import org.medicscribe.soapnote.drafting.DraftProgress;
import org.medicscribe.soapnote.drafting.DraftRequest;
import org.medicscribe.soapnote.drafting.DraftResult;
import org.medicscribe.soapnote.drafting.DraftResult.Drafted;
import org.medicscribe.soapnote.drafting.DraftResult.Refused;
import org.medicscribe.soapnote.drafting.NoteDrafter;
import org.medicscribe.soapnote.note.Citation;
import org.medicscribe.soapnote.note.Draft;
import org.medicscribe.soapnote.note.DraftSection;
import org.medicscribe.soapnote.note.DraftStatement;
import org.medicscribe.soapnote.note.NoteLanguage;
import org.medicscribe.soapnote.reading.Medicines;
import org.medicscribe.soapnote.testing.Dialogue;
import org.medicscribe.soapnote.testing.Mapping;

class NoteWriterTest {

  private static final Instant NOW = Instant.parse("2026-11-24T10:15:30Z");
  private static final EngineName ENGINE = new EngineName("scripted", true);
  private static final String[] VISIT = {
    "clinician: What can I do for you today?",
    "patient: My left knee hurts when I climb the stairs, it started two weeks ago.",
    "clinician: Take ibuprofen 400 milligrams, and come back in ten days."
  };
  private static final Drafted DRAFTED =
      new Drafted(
          new Draft(
              List.of(
                  new DraftSection(
                      new SectionCode("subjective"),
                      List.of(
                          new DraftStatement(
                              "Left knee pain on stairs.",
                              List.of(new Citation("s1", "My left knee hurts"))),
                          new DraftStatement(
                              "Right knee pain on stairs.",
                              List.of(new Citation("s1", "My left knee hurts")))))),
              Map.of("S2", SpeakerRole.PATIENT)));
  private static final Refused BUSY =
      new Refused(FailureKind.CAPACITY, "provider-busy", "Ask again later.");
  private static final Refused NO_KEY =
      new Refused(FailureKind.INTERNAL, "provider-unauthorized", "Tell your administrator.");

  /** Answers as it was told to, and counts how often it was asked. */
  private static final class ScriptedDrafter implements NoteDrafter {
    private final Deque<DraftResult> results = new ArrayDeque<>();
    private int asked;

    private ScriptedDrafter(DraftResult... results) {
      this.results.addAll(List.of(results));
    }

    @Override
    public Uni<DraftResult> draft(DraftRequest request, Consumer<DraftProgress> progress) {
      asked++;
      progress.accept(new DraftProgress(new SectionCode("plan"), "attempt " + asked));
      return Uni.createFrom().item(results.size() > 1 ? results.removeFirst() : results.getFirst());
    }

    @Override
    public EngineName engine() {
      return ENGINE;
    }

    @Override
    public Set<NoteLanguage> languages() {
      return EnumSet.allOf(NoteLanguage.class);
    }
  }

  private final List<String> told = new ArrayList<>();

  @Test
  void shouldVerifyTheDraftAndListWhatItLeavesOut() {
    // When
    NoteDrafted drafted = (NoteDrafted) write(new ScriptedDrafter(DRAFTED), "en", "soap", VISIT);

    // Then
    assertThat(drafted.engine()).isEqualTo(ENGINE);
    assertThat(drafted.draftedAt()).isEqualTo(NOW);
    assertThat(drafted.note().roles()).containsEntry("S2", SpeakerRole.PATIENT);
    assertThat(drafted.note().sections().getFirst().statements())
        .extracting(statement -> statement.verification().status())
        .containsExactly(Status.VERIFIED, Status.UNSUPPORTED);
    assertThat(drafted.note().omissions())
        .extracting(Omission::kind)
        .containsExactly(Omission.Kind.MEDICINE, Omission.Kind.FOLLOW_UP);
  }

  @Test
  void shouldNotAskTheDrafterWhenTooLittleWasSaid() {
    // Given
    ScriptedDrafter drafter = new ScriptedDrafter(DRAFTED);

    // When
    NoteFailed failed =
        (NoteFailed) write(drafter, "en", "soap", "clinician: Hello?", "patient: Wrong room.");

    // Then
    assertThat(failed.code()).isEqualTo("transcript-too-short");
    assertThat(failed.kind()).isEqualTo(FailureKind.CALLER);
    assertThat(drafter.asked).isZero();
  }

  @Test
  void shouldNotAskTheDrafterForWhatNobodyCanWrite() {
    // Given
    ScriptedDrafter drafter = new ScriptedDrafter(DRAFTED);

    // Then
    assertThat(((NoteFailed) write(drafter, "fr", "soap", VISIT)).code())
        .isEqualTo("language-unsupported");
    assertThat(((NoteFailed) write(drafter, "en", "haiku", VISIT)).code())
        .isEqualTo("template-unknown");
    assertThat(drafter.asked).isZero();
  }

  @Test
  void shouldAskABusyDrafterAgainAndTellProgressOnce() {
    // Given
    ScriptedDrafter drafter = new ScriptedDrafter(BUSY, BUSY, DRAFTED);

    // When
    NoteEvent outcome = write(drafter, "en", "soap", VISIT);

    // Then
    assertThat(outcome).isInstanceOf(NoteDrafted.class);
    assertThat(drafter.asked).isEqualTo(3);
    assertThat(told).containsExactly("attempt 1");
  }

  @Test
  void shouldGiveUpWhenTheTimeIsOver() {
    // Given
    ScriptedDrafter drafter = new ScriptedDrafter(BUSY);

    // When
    NoteFailed failed = (NoteFailed) write(drafter, "en", "soap", VISIT);

    // Then
    assertThat(failed.code()).isEqualTo("provider-busy");
    assertThat(drafter.asked).isGreaterThan(2).isLessThan(12);
  }

  @Test
  void shouldNotAskAgainWhenAskingCannotHelp() {
    // Given
    ScriptedDrafter drafter = new ScriptedDrafter(NO_KEY);

    // When
    NoteFailed failed = (NoteFailed) write(drafter, "en", "soap", VISIT);

    // Then
    assertThat(failed.advice()).isEqualTo("Tell your administrator.");
    assertThat(drafter.asked).isEqualTo(1);
  }

  @Test
  void shouldTurnADefectIntoAnOutcomeWithoutRepeatingItsMessage() {
    // Given
    NoteDrafter broken =
        new NoteDrafter() {
          @Override
          public Uni<DraftResult> draft(DraftRequest request, Consumer<DraftProgress> progress) {
            return Uni.createFrom().failure(new IllegalStateException("my left knee"));
          }

          @Override
          public EngineName engine() {
            return ENGINE;
          }

          @Override
          public Set<NoteLanguage> languages() {
            return EnumSet.allOf(NoteLanguage.class);
          }
        };

    // When
    NoteFailed failed = (NoteFailed) write(broken, "en", "soap", VISIT);

    // Then
    assertThat(failed.code()).isEqualTo("draft-defect");
    assertThat(failed.advice()).doesNotContain("knee");
  }

  private NoteEvent write(NoteDrafter drafter, String language, String template, String... visit) {
    WritingConfig config =
        Mapping.of(
            WritingConfig.class,
            Map.of("note.writing.retry-for", "1s", "note.writing.first-pause", "1ms"));
    NoteWriter writer =
        new NoteWriter(
            drafter,
            new Review(Medicines.fromWordList()),
            config,
            Clock.fixed(NOW, ZoneOffset.UTC));
    NoteRequested request =
        new NoteRequested(
            EncounterId.of("0198c5a2-7d3e-7c11-9a55-3f1f0c2b7a10"),
            new NoteRequestId(UUID.randomUUID()),
            template,
            language,
            Dialogue.lines(visit),
            Map.of(),
            NOW);
    return writer
        .write(request, progress -> told.add(progress.text()))
        .await()
        .atMost(Duration.ofSeconds(20));
  }
}
