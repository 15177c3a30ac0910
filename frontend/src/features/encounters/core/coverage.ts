import type { Encounter } from '@/contracts/encounter'

interface Range {
  readonly start: number
  readonly end: number
}

export interface Gap extends Range {
  readonly kind: 'not-stored' | 'not-transcribed'
}

/** How much of what was captured arrived, and was listened to; in samples. */
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
  return {
    recorded,
    stored: coverage.storedSamples,
    transcribed: coverage.transcribedSamples,
    storedPercent: percent(coverage.storedSamples, recorded),
    transcribedPercent: percent(coverage.transcribedSamples, recorded),
    gaps: [
      ...coverage.storedGaps.map((gap) => ({ ...gap, kind: 'not-stored' as const })),
      // What was not captured was not written down either; nobody needs to read it twice.
      ...coverage.transcriptGaps
        .filter((gap) => !coverage.storedGaps.some((stored) => contains(stored, gap)))
        .map((gap) => ({ ...gap, kind: 'not-transcribed' as const })),
    ],
  }
}

/** Rounded down: what is not whole is never shown as 100. */
function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.max(0, Math.floor((100 * part) / whole))
}

function contains(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** Where what is stored of a recording that runs ends: its gaps lie before that. */
export function storedEnd({ coverage }: Encounter): number {
  if (!coverage) return 0
  const missing = coverage.storedGaps.reduce((sum, gap) => sum + gap.end - gap.start, 0)
  return coverage.storedSamples + missing
}
