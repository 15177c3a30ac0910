package org.medicscribe.events;

import java.util.ArrayList;
import java.util.List;

/**
 * Who may do what in Kafka. What does not stand here is refused; {@code deploy/kafka/access.tsv}
 * says the same to an installation, which a test holds against it.
 */
public final class KafkaAccess {

  /** Who may do everything: the brokers themselves, and who sets them up and looks after them. */
  public static final String BROKER = "broker";

  public static final String OPERATOR = "operator";

  /** What somebody may do; looking at what is read or written goes with it. */
  public enum Right {
    READ,
    WRITE
  }

  /** What a right is about. */
  public enum Resource {
    /** One topic. */
    TOPIC,
    /** All consumer groups whose names begin so. */
    GROUP
  }

  /**
   * One right.
   *
   * @param client as its certificate names it
   */
  public record Grant(String client, Right right, Resource resource, String name) {}

  private static final String GATEWAY = "gateway";
  private static final String TRANSCRIPTION = "transcription-service";
  private static final String SOAP_NOTE = "soap-note-service";
  private static final String STORAGE = "storage-service";

  public static final List<String> CLIENTS = List.of(GATEWAY, TRANSCRIPTION, SOAP_NOTE, STORAGE);

  public static final List<Grant> ALL =
      new Table()
          .writes(GATEWAY, Topics.AUDIO)
          .reads(GATEWAY, Topics.TRANSCRIPT, Topics.NOTE, Topics.LIVE)
          .reads(TRANSCRIPTION, Topics.AUDIO)
          .writes(TRANSCRIPTION, Topics.TRANSCRIPT, Topics.LIVE, Topics.deadLetterOf(Topics.AUDIO))
          .shares(TRANSCRIPTION)
          .reads(SOAP_NOTE, Topics.NOTE)
          .writes(SOAP_NOTE, Topics.NOTE, Topics.LIVE, Topics.deadLetterOf(Topics.NOTE))
          .shares(SOAP_NOTE)
          .reads(STORAGE, Topics.AUDIO, Topics.TRANSCRIPT, Topics.NOTE)
          // Ends of recordings, requests for notes, states of encounters.
          .writes(STORAGE, Topics.AUDIO, Topics.NOTE, Topics.LIVE)
          .writes(
              STORAGE,
              Topics.deadLetterOf(Topics.AUDIO),
              Topics.deadLetterOf(Topics.TRANSCRIPT),
              Topics.deadLetterOf(Topics.NOTE))
          .shares(STORAGE)
          .grants();

  private KafkaAccess() {}

  private static final class Table {

    private final List<Grant> grants = new ArrayList<>();

    private Table reads(String client, String... topics) {
      return add(client, Right.READ, topics);
    }

    private Table writes(String client, String... topics) {
      return add(client, Right.WRITE, topics);
    }

    /** Replicas share their work in groups that begin with the name of their service. */
    private Table shares(String client) {
      grants.add(new Grant(client, Right.READ, Resource.GROUP, client));
      return this;
    }

    private Table add(String client, Right right, String... topics) {
      for (String topic : topics) {
        grants.add(new Grant(client, right, Resource.TOPIC, topic));
      }
      return this;
    }

    private List<Grant> grants() {
      return List.copyOf(grants);
    }
  }
}
