package org.medicscribe.gateway.surroundings;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.EncounterId;

/** A visit as storage-service has it, as far as the gateway can tell. */
public final class StandInVisit {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SecureRandom RANDOM = new SecureRandom();

  private final EncounterId id = newId();
  private final String owner;
  private volatile boolean hasConsent = true;
  private volatile boolean hasEnded;
  private volatile @Nullable String recorderId;
  private volatile boolean isWhole;
  private volatile long claims;
  private volatile long begin;
  private volatile boolean isBeginKnown = true;
  private volatile @Nullable Owner namedOwner;

  StandInVisit(String owner) {
    this.owner = owner;
    this.namedOwner = new Owner(owner, "clinic-a");
  }

  /** Whom an answer names as the owner. */
  private record Owner(String subject, String tenant) {}

  public EncounterId id() {
    return id;
  }

  public StandInVisit withoutConsent() {
    hasConsent = false;
    return this;
  }

  public StandInVisit ended() {
    hasEnded = true;
    return this;
  }

  /** A defect: what is let through names somebody else as its owner. */
  public StandInVisit namingOwner(String subject, String tenant) {
    namedOwner = new Owner(subject, tenant);
    return this;
  }

  /** A defect: an answer that names no owner. */
  public StandInVisit namingNoOwner() {
    namedOwner = null;
    return this;
  }

  public StandInVisit recordedBy(String recorder) {
    recorderId = recorder;
    return this;
  }

  /** All that came before the present recorder is stored, and ends there. */
  public void beginsAt(long position) {
    begin = position;
    isBeginKnown = true;
  }

  public boolean isRecordedBy(String recorder) {
    return recorder.equals(recorderId);
  }

  /** How often somebody was let in to record. */
  public long claims() {
    return claims;
  }

  boolean isOf(String subject) {
    return owner.equals(subject);
  }

  /** Lets the claimant record, or says why not. */
  Optional<String> claim(String claimant, boolean takeOver, boolean whole) {
    String holder = recorderId;
    boolean isHeldByAnother = holder != null && !holder.equals(claimant);
    if (!hasConsent) {
      return Optional.of("no-consent");
    }
    if (hasEnded) {
      return Optional.of("recording-ended");
    }
    if (isHeldByAnother && (isWhole || whole)) {
      return Optional.of("another-recording");
    }
    if (isHeldByAnother && !takeOver) {
      return Optional.of("another-recorder");
    }
    isBeginKnown &= !isHeldByAnother;
    claims++;
    recorderId = claimant;
    isWhole = whole;
    return Optional.empty();
  }

  ObjectNode written() {
    ObjectNode encounter =
        JSON.createObjectNode()
            .put("id", id.toString())
            .put("patientLabel", "Ana")
            .put("state", hasEnded ? "transcribing" : "recording")
            .put("language", "en");
    if (hasConsent) {
      encounter.putObject("consent").put("decision", "granted");
    }
    if (recorderId != null || hasEnded) {
      ObjectNode recording = encounter.putObject("recording");
      recording.put("recorderId", recorderId == null ? "gone" : recorderId).put("claim", claims);
      if (isBeginKnown) {
        recording.put("from", begin);
      }
      if (hasEnded) {
        recording.put("stopReason", "stopped");
      }
    }
    encounter.putArray("keyTerms").add("metoprolol");
    Owner named = namedOwner;
    if (named != null) {
      encounter.putObject("owner").put("subject", named.subject()).put("tenant", named.tenant());
    }
    return encounter;
  }

  private static EncounterId newId() {
    long time = System.currentTimeMillis() << 16 | 0x7000L | RANDOM.nextInt(0x1000);
    long random = RANDOM.nextLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
    return new EncounterId(new UUID(time, random));
  }
}
