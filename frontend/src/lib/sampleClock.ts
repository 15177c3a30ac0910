/** Positions are sample indexes: 16 kHz, 16-bit, mono, counted over captured audio only. */
export const SAMPLES_PER_SECOND = 16_000

/** 100 ms: small enough for words to appear live, large enough to be cheap to send. */
export const FRAME_SAMPLES = SAMPLES_PER_SECOND / 10

export function secondsOf(samples: number): number {
  return samples / SAMPLES_PER_SECOND
}
