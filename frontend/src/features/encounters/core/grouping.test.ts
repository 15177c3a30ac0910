import { describe, expect, it } from 'vitest'

import { anEncounter } from '@/testing/encounters'

import { grouped, lengthOf, openItems, pathOf } from './grouping'

describe('grouped', () => {
  it('should put first what waits for the clinician, whatever its day', () => {
    const groups = grouped([
      anEncounter({ id: 'a', state: 'signed', createdAt: '2026-11-25T10:00:00' }),
      anEncounter({ id: 'b', state: 'recording', createdAt: '2026-11-25T09:00:00' }),
      anEncounter({ id: 'c', state: 'review', createdAt: '2026-11-23T10:00:00' }),
      anEncounter({ id: 'd', state: 'signed', createdAt: '2026-11-24T10:00:00' }),
      anEncounter({ id: 'e', state: 'needs-attention', createdAt: '2026-11-22T10:00:00' }),
    ])

    expect(groups.map(({ encounters }) => encounters.map(({ id }) => id))).toEqual([
      ['c', 'e'],
      ['a', 'b'],
      ['d'],
    ])
    expect(groups[0]?.key).toBe('needs-you')
  })
})

describe('a visit in the list', () => {
  it('should count what stands before the signature', () => {
    expect(openItems(anEncounter({ review: { unsupported: 2, omissions: 1 } }))).toBe(3)
    expect(openItems(anEncounter({}))).toBe(0)
  })

  it('should be as long as the recorder says, or as what is stored so far', () => {
    const coverage = {
      storedSamples: 16_000,
      transcribedSamples: 0,
      storedGaps: [],
      transcriptGaps: [],
    }

    expect(lengthOf(anEncounter({ coverage }))).toBe(16_000)
    expect(lengthOf(anEncounter({ coverage: { ...coverage, recordedSamples: 32_000 } }))).toBe(
      32_000,
    )
  })

  it('should lead to the note once there is one', () => {
    expect(pathOf(anEncounter({ id: 'x', state: 'review' }))).toBe('/visits/x/note')
    expect(pathOf(anEncounter({ id: 'x', state: 'recording' }))).toBe('/visits/x')
  })
})
