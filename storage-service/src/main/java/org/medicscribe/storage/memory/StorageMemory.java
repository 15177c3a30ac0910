package org.medicscribe.storage.memory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.medicscribe.memory.BudgetMetrics;
import org.medicscribe.memory.MemoryBudget;
import org.medicscribe.memory.Share;

/**
 * The shares of this service. Audio that waits to be written has by far the largest: the more of it
 * fits, the fewer windows are written in two parts. Each consumer has a reserve, so that none of
 * them stands still because of another, and because of what people ask for least of all.
 */
@ApplicationScoped
public class StorageMemory {

  private final MemoryBudget budget;
  private final Share audio;
  private final Share windows;
  private final Share records;
  private final Share transcripts;
  private final Share outbox;
  private final Share downloads;
  private final Share bodies;
  private final Share documents;

  @Inject
  StorageMemory(MemoryConfig config) {
    this(MemoryBudget.ofHeap(config.heapPart()));
  }

  public StorageMemory(MemoryBudget budget) {
    this.budget = budget;
    this.audio = budget.share("audio", 0.35, 0.65);
    this.windows = budget.share("windows", 0.1, 0.1);
    this.records = budget.share("records", 0.1, 0.2);
    this.transcripts = budget.share("transcripts", 0.1, 0.2);
    this.outbox = budget.share("outbox", 0.05, 0.15);
    this.downloads = budget.share("downloads", 0, 0.15);
    this.bodies = budget.share("bodies", 0.02, 0.15);
    this.documents = budget.share("documents", 0, 0.5);
  }

  /** Frames that wait for their window or for the disk. */
  public Share audio() {
    return audio;
  }

  /** Windows that are put together, encrypted and written. */
  public Share windows() {
    return windows;
  }

  /** Records of transcripts and notes that are worked on. */
  public Share records() {
    return records;
  }

  /** Transcripts that are read in whole: for a reader, or for a note request. */
  public Share transcripts() {
    return transcripts;
  }

  /** Messages on their way to Kafka. */
  public Share outbox() {
    return outbox;
  }

  /** Recordings that somebody listens to. */
  public Share downloads() {
    return downloads;
  }

  /** Bodies of requests. */
  public Share bodies() {
    return bodies;
  }

  /** Notes that are set as PDF. */
  public Share documents() {
    return documents;
  }

  @Produces
  @Singleton
  BudgetMetrics metrics() {
    return new BudgetMetrics(budget);
  }
}
