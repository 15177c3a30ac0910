package org.medicscribe.storage.audio.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.EncounterId;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Windows as objects of a bucket: {@code <encounter>/<window>.enc}.
 *
 * <p>An object is replaced whole, and whoever reads afterwards reads the new one: that is what S3
 * promises, and what the port asks for. A bucket that is not there is an outage; only an object
 * that the bucket says it does not have is missing.
 */
public final class S3AudioStore implements MovableAudioStore {

  /** As many names as S3 gives in one answer at most. */
  private static final int PAGE = 1_000;

  private final S3Client client;
  private final String bucket;
  private final Clock clock;
  private final int page;

  public S3AudioStore(S3Client client, String bucket, Clock clock) {
    this(client, bucket, clock, PAGE);
  }

  S3AudioStore(S3Client client, String bucket, Clock clock, int page) {
    this.client = client;
    this.bucket = bucket;
    this.clock = clock;
    this.page = page;
  }

  @Override
  public void write(WindowKey key, byte[] encrypted) throws IOException {
    asked(() ->
        client.putObject(
            request -> request.bucket(bucket).key(nameOf(key)), RequestBody.fromBytes(encrypted)));
  }

  @Override
  public Optional<byte[]> read(WindowKey key) throws IOException {
    return asked(() -> {
      try {
        return Optional.of(
            client
                .getObjectAsBytes(request -> request.bucket(bucket).key(nameOf(key)))
                .asByteArrayUnsafe());
      } catch (NoSuchKeyException absent) {
        return Optional.empty();
      }
    });
  }

  @Override
  public void setAside(WindowKey key) throws IOException {
    Optional<byte[]> damaged = read(key);
    if (damaged.isPresent()) {
      String aside = nameOf(key) + ".damaged-" + clock.millis();
      asked(() ->
          client.putObject(
              request -> request.bucket(bucket).key(aside), RequestBody.fromBytes(damaged.get())));
      delete(key);
    }
  }

  @Override
  public void deleteAll(EncounterId encounterId) throws IOException {
    for (String name : namesOf(encounterId)) {
      delete(name);
    }
  }

  @Override
  public Stream<EncounterId> recordings() throws IOException {
    return Stream.iterate(page(null), Objects::nonNull, this::pageAfter)
        .flatMap(names -> names.commonPrefixes().stream())
        .map(CommonPrefix::prefix)
        .flatMap(prefix -> StoredName.recording(prefix.substring(0, prefix.length() - 1)));
  }

  private ListObjectsV2Response page(@Nullable String token) throws IOException {
    return asked(() ->
        client.listObjectsV2(request ->
            request.bucket(bucket).delimiter("/").maxKeys(page).continuationToken(token)));
  }

  private @Nullable ListObjectsV2Response pageAfter(ListObjectsV2Response names) {
    try {
      return names.isTruncated() ? page(names.nextContinuationToken()) : null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<WindowKey> windowsOf(EncounterId encounterId) throws IOException {
    int folder = folderOf(encounterId).length();
    return namesOf(encounterId).stream()
        .flatMap(name -> StoredName.window(encounterId, name.substring(folder)))
        .sorted()
        .toList();
  }

  @Override
  public void delete(WindowKey key) throws IOException {
    delete(nameOf(key));
  }

  private void delete(String name) throws IOException {
    asked(() -> client.deleteObject(request -> request.bucket(bucket).key(name)));
  }

  /** Three hours are about a thousand windows. */
  private List<String> namesOf(EncounterId encounterId) throws IOException {
    return asked(() ->
        client
            .listObjectsV2Paginator(request -> request.bucket(bucket).prefix(folderOf(encounterId)))
            .contents()
            .stream()
            .map(S3Object::key)
            .toList());
  }

  private static String folderOf(EncounterId encounterId) {
    return encounterId + "/";
  }

  private static String nameOf(WindowKey key) {
    return folderOf(key.encounterId()) + StoredName.of(key);
  }

  /** A question to the bucket. */
  private interface Question<T> {
    T ask();
  }

  /** What goes wrong there is an outage to the caller, who waits and tries again. */
  private static <T> T asked(Question<T> question) throws IOException {
    try {
      return question.ask();
    } catch (SdkException e) {
      throw new IOException("the bucket does not answer: " + e.getClass().getSimpleName(), e);
    }
  }
}
