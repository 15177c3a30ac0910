package org.medicscribe.devstack.bench;

import java.util.Map;

/**
 * What one number of simultaneous sessions measured.
 *
 * @param up frame sent until it is at the provider
 * @param down provider's final result until it is on the socket
 * @param acks frame sent until it is acknowledged
 * @param cpuSecondsPerAudioHour by process, and what they hold in memory
 */
public record BenchRow(
    int sessions,
    int failed,
    Latency up,
    Latency down,
    Latency acks,
    Map<String, Double> cpuSecondsPerAudioHour,
    Map<String, Double> megabytes) {}
