import type { UplinkStatus } from './uplink'
import { SAMPLES_PER_SECOND } from '@/lib/sampleClock'

/** What the clinician is told about where the recording is; each kind is one sentence. */
export type Safety =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'saved'; readonly safe: number }
  | { readonly kind: 'halted'; readonly safe: number }
  | { readonly kind: 'sending'; readonly safe: number; readonly waiting: number }
  | { readonly kind: 'offline'; readonly safe: number; readonly waiting: number }
  | { readonly kind: 'complete'; readonly safe: number }
  | { readonly kind: 'refused'; readonly safe: number; readonly waiting: number }

/** Audio under way for less than this is not worth a word. */
const IN_FLIGHT = 2 * SAMPLES_PER_SECOND

/**
 * Positions in samples. That all is saved would be no answer while nothing is captured that should
 * be.
 */
export function safetyOf(status: UplinkStatus, captures = true): Safety {
  const safety = safetyOfSound(status)
  return safety.kind === 'saved' && !captures ? { kind: 'halted', safe: safety.safe } : safety
}

function safetyOfSound(status: UplinkStatus): Safety {
  const { acknowledged: safe, waiting } = status
  if (status.complete) return { kind: 'complete', safe }
  switch (status.link) {
    case 'open':
      return waiting > IN_FLIGHT ? { kind: 'sending', safe, waiting } : { kind: 'saved', safe }
    case 'connecting':
      if (status.captured === 0) return { kind: 'connecting' }
      return waiting > IN_FLIGHT ? { kind: 'offline', safe, waiting } : { kind: 'saved', safe }
    case 'waiting':
      return { kind: 'offline', safe, waiting }
    case 'closed':
      return status.problem ? { kind: 'refused', safe, waiting } : { kind: 'connecting' }
  }
}
