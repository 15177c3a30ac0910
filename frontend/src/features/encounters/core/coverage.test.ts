import { describe, expect, it } from 'vitest'

import { anEncounter } from '@/testing/encounters'

import { coverageOf, storedEnd } from './coverage'

const whole = {
  recordedSamples: 160_000,
  storedSamples: 160_000,
  transcribedSamples: 160_000,
  storedGaps: [],
  transcriptGaps: [],
}

describe('coverageOf', () => {
  it('should be 100 % when everything that was captured was stored and heard', () => {
    expect(coverageOf(anEncounter({ coverage: whole }))).toMatchObject({
      storedPercent: 100,
      transcribedPercent: 100,
      gaps: [],
    })
  })

  it('should never round up to 100 %', () => {
    const coverage = { ...whole, transcribedSamples: 159_999 }

    expect(coverageOf(anEncounter({ coverage }))?.transcribedPercent).toBe(99)
  })

  it('should count what is there, and list each gap once', () => {
    const coverage = {
      ...whole,
      storedSamples: 144_000,
      transcribedSamples: 128_000,
      storedGaps: [{ start: 16_000, end: 32_000 }],
      transcriptGaps: [
        { start: 16_000, end: 32_000 },
        { start: 64_000, end: 80_000 },
      ],
    }

    const result = coverageOf(anEncounter({ coverage }))

    expect(result).toMatchObject({ stored: 144_000, storedPercent: 90, transcribedPercent: 80 })
    expect(result?.gaps).toEqual([
      { kind: 'not-stored', start: 16_000, end: 32_000 },
      { kind: 'not-transcribed', start: 64_000, end: 80_000 },
    ])
  })
})

describe('storedEnd', () => {
  it('should be where the last stored sample is, behind all gaps', () => {
    const coverage = {
      ...whole,
      recordedSamples: undefined,
      storedSamples: 144_000,
      storedGaps: [{ start: 16_000, end: 32_000 }],
    }

    expect(storedEnd(anEncounter({ coverage }))).toBe(160_000)
    expect(storedEnd(anEncounter({}))).toBe(0)
  })
})
