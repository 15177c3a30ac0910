// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest'

import { keepDefaults, readDefaults, termsOf } from './defaults'

describe('the defaults of a new visit', () => {
  beforeEach(() => {
    localStorage.clear()
  })

  it('should be those of the visit before', () => {
    const chosen = {
      visitType: 'follow-up',
      language: 'es',
      template: 'dap',
      keyTerms: 'metoprolol',
    }

    keepDefaults(localStorage, chosen)

    expect(readDefaults(localStorage)).toEqual(chosen)
  })

  it.each(['', '{', '{"language":7}', 'null'])(
    'should survive what another version kept: %s',
    (kept) => {
      localStorage.setItem('medic-scribe.visit-defaults', kept)

      expect(readDefaults(localStorage).language).toBe('en')
    },
  )
})

describe('termsOf', () => {
  it('should read terms however they are separated', () => {
    expect(termsOf(' metoprolol, insulin\nRamipril ,,')).toEqual([
      'metoprolol',
      'insulin',
      'Ramipril',
    ])
  })
})
