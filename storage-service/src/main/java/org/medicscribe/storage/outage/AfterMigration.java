package org.medicscribe.storage.outage;

/** What has to be done with the tables before anybody may ask; tried again until it succeeds. */
public interface AfterMigration {

  /** Blocking; may be run again, and by several replicas at once. */
  void run() throws Exception;
}
