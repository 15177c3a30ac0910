package org.medicscribe.devstack.load;

import java.util.Map;

/**
 * What the load generator saw.
 *
 * @param failed sessions that did not get through, or of which the provider did not hear all
 * @param failures how many of them were told what
 * @param lastSlow when, on the machine's monotonic clock, the last frame left that took longer than
 *     250 ms to the provider; 0 when none did
 * @param up frame sent until it is at the provider
 * @param down provider's final result until it is on the socket
 * @param acks frame sent until it is acknowledged
 * @param late frame due until it was sent: how well the generator kept its own time
 */
public record LoadFigures(
    int failed,
    Map<String, Long> failures,
    long lastSlow,
    Latency up,
    Latency down,
    Latency acks,
    Latency late) {}
