package org.medicscribe.devstack.service;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.medicscribe.devstack.ports.Part;

/**
 * The four services. The heap limits keep the whole suite well below 2.5 GB; the recogniser's and
 * the embeddings' models live outside the heap.
 */
public enum ServiceKind {
  GATEWAY("gateway", Part.GATEWAY, 192),
  TRANSCRIPTION("transcription-service", Part.TRANSCRIPTION, 192),
  SOAP_NOTE("soap-note-service", Part.SOAP_NOTE, 192),
  STORAGE("storage-service", Part.STORAGE, 256);

  private final String module;
  private final Part part;
  private final int heapMegabytes;

  ServiceKind(String module, Part part, int heapMegabytes) {
    this.module = module;
    this.part = part;
    this.heapMegabytes = heapMegabytes;
  }

  public static Optional<ServiceKind> ofModule(String module) {
    return Arrays.stream(values()).filter(kind -> kind.module.equals(module)).findFirst();
  }

  /** The name of the service and of its Maven module. */
  public String module() {
    return module;
  }

  public Part part() {
    return part;
  }

  public Path jar(Path project) {
    return project.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
  }

  int heapMegabytes() {
    return heapMegabytes;
  }
}
