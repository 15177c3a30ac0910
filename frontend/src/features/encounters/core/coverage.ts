import type { Encounter } from '@/contracts/encounter'

export interface Gap {
  readonly kind: 'not-stored' | 'not-transcribed'
  readonly start: number
  readonly end: number
}

/** How much of what was captured arrived, and was listened to; positions in samples. */
export interface Coverage {
  readonly recorded: number
  readonly stored: number
  readonly transcribed: number
  readonly storedPercent: number
  readonly transcribedPercent: number
  readonly gaps: readonly Gap[]
}

export function coverageOf({ coverage }: Encounter): Coverage | undefined {
  if (!coverage) return undefined
  const recorded = coverage.recordedSamples ?? coverage.storedSamples
  const stored = coverage.storedSamples - lengthOf(coverage.storedGaps, coverage.storedSamples)
  const transcribed =
    coverage.transcribedSamples - lengthOf(coverage.transcriptGaps, coverage.transcribedSamples)
  return {
    recorded,
    stored,
    transcribed,
    storedPercent: percent(stored, recorded),
    transcribedPercent: percent(transcribed, recorded),
    gaps: [
      ...coverage.storedGaps.map((gap) => ({ ...gap, kind: 'not-stored' as const })),
      ...coverage.transcriptGaps.map((gap) => ({ ...gap, kind: 'not-transcribed' as const })),
    ],
  }
}

/** Rounded down: what is not whole is never shown as 100. */
function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.max(0, Math.floor((100 * part) / whole))
}

/** Of the gaps, what lies before the end that was reached. */
function lengthOf(gaps: readonly { start: number; end: number }[], end: number): number {
  return gaps.reduce((sum, gap) => sum + Math.max(0, Math.min(gap.end, end) - gap.start), 0)
}
