package org.medicscribe.devstack.broker;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.medicscribe.events.KafkaAccess;

/** Makes a broker grant what {@link KafkaAccess} says, and nothing beside it. */
final class AccessRules {

  private static final String ANY_HOST = "*";
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMillis(10);

  private AccessRules() {}

  static void enforce(Admin admin) throws InterruptedException, ExecutionException {
    Set<AclBinding> granted =
        new HashSet<>(admin.describeAcls(AclBindingFilter.ANY).values().get());
    Set<AclBinding> meant =
        KafkaAccess.ALL.stream().map(AccessRules::binding).collect(Collectors.toSet());
    List<AclBindingFilter> tooMany =
        granted.stream()
            .filter(binding -> !meant.contains(binding))
            .map(AclBinding::toFilter)
            .toList();
    if (!tooMany.isEmpty()) {
      admin.deleteAcls(tooMany).all().get();
    }
    List<AclBinding> missing =
        meant.stream().filter(binding -> !granted.contains(binding)).toList();
    if (!missing.isEmpty()) {
      admin.createAcls(missing).all().get();
    }
    awaitInForce(admin, meant);
  }

  /** The controller answers before the broker knows: a client would be refused in between. */
  private static void awaitInForce(Admin admin, Set<AclBinding> meant)
      throws InterruptedException, ExecutionException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!granted(admin).equals(meant)) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("Kafka does not take over who may do what");
      }
      Thread.sleep(PAUSE);
    }
  }

  private static Set<AclBinding> granted(Admin admin)
      throws InterruptedException, ExecutionException {
    return new HashSet<>(admin.describeAcls(AclBindingFilter.ANY).values().get());
  }

  private static AclBinding binding(KafkaAccess.Grant grant) {
    AclOperation operation =
        switch (grant.right()) {
          case READ -> AclOperation.READ;
          case WRITE -> AclOperation.WRITE;
        };
    return new AclBinding(
        pattern(grant),
        new AccessControlEntry(
            "User:" + grant.client(), ANY_HOST, operation, AclPermissionType.ALLOW));
  }

  private static ResourcePattern pattern(KafkaAccess.Grant grant) {
    return switch (grant.resource()) {
      case TOPIC -> new ResourcePattern(ResourceType.TOPIC, grant.name(), PatternType.LITERAL);
      case GROUP -> new ResourcePattern(ResourceType.GROUP, grant.name(), PatternType.PREFIXED);
    };
  }
}
