const FIRST_MS = 500
const LONGEST_MS = 15_000

/** Full jitter over a doubling bound, so that a restarted gateway is not met by all at once. */
export function backoffMs(attempt: number, random: () => number = Math.random): number {
  const bound = Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt)
  return Math.round(bound / 2 + (random() * bound) / 2)
}
