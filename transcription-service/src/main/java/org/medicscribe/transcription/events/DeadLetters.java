package org.medicscribe.transcription.events;

import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Where records go that do not keep the contract. */
interface DeadLetters {

  /** The stage completes when the record is safe where an operator can look at it. */
  CompletionStage<Void> put(ConsumerRecord<byte[], byte[]> record, String reason);

  /** A record of a newer contract was passed over. */
  void skipped();
}
