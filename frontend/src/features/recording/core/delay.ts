/** How far the words lag behind the sound, and why. */
export interface Delay {
  readonly behindMillis: number
  readonly reason: string
}

const WORTH_TELLING_MS = 5000

/** Nothing of these passes by itself, so they are told at once. */
const WAITING_FOR_SOMEBODY = ['provider-refuses', 'provider-out-of-credit'] as const
const PASSING = ['provider-unreachable', 'provider-busy'] as const

/** Which sentence tells of the delay; none while it is not worth one. */
export function sentenceOf({ behindMillis, reason }: Delay) {
  if (behindMillis === 0) return undefined
  const waiting = WAITING_FOR_SOMEBODY.find((known) => known === reason)
  if (waiting) return waiting
  if (behindMillis < WORTH_TELLING_MS) return undefined
  return PASSING.find((known) => known === reason) ?? 'other'
}
