package org.medicscribe.devstack.load;

/**
 * What the load generator saw.
 *
 * @param failed sessions that did not get through, or of which the provider did not hear all
 * @param failure the reason of the first of them; empty when there is none
 * @param up frame sent until it is at the provider
 * @param down provider's final result until it is on the socket
 * @param acks frame sent until it is acknowledged
 * @param late frame due until it was sent: how well the generator kept its own time
 */
public record LoadFigures(
    int failed, String failure, Latency up, Latency down, Latency acks, Latency late) {}
