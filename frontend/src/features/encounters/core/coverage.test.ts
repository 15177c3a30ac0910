import { describe, expect, it } from 'vitest'

import { anEncounter } from '@/testing/encounters'

import { coverageOf } from './coverage'

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

  it('should count a gap in the middle, and list it', () => {
    const coverage = { ...whole, transcriptGaps: [{ start: 16_000, end: 32_000 }] }

    const result = coverageOf(anEncounter({ coverage }))

    expect(result?.transcribedPercent).toBe(90)
    expect(result?.gaps).toEqual([{ kind: 'not-transcribed', start: 16_000, end: 32_000 }])
  })

  it('should count a gap at the end only once', () => {
    const coverage = {
      ...whole,
      transcribedSamples: 144_000,
      transcriptGaps: [{ start: 144_000, end: 160_000 }],
    }

    expect(coverageOf(anEncounter({ coverage }))?.transcribedPercent).toBe(90)
  })
})
