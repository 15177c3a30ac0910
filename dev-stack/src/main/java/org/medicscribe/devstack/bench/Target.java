package org.medicscribe.devstack.bench;

import java.net.URI;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.medicscribe.devstack.process.Footprint;

/**
 * What is put under load.
 *
 * @param token signs in to a gateway; null for a proxy, which asks nobody
 * @param footprints what its processes hold and have used
 */
record Target(
    String name,
    URI address,
    @Nullable String token,
    Supplier<Map<String, Footprint>> footprints) {}
