// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest'

import { forgetDefaults, keepDefaults, readDefaults, termsOf } from './defaults'

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

    keepDefaults(localStorage, 'dr.rivera', chosen)

    expect(readDefaults(localStorage, 'dr.rivera')).toEqual(chosen)
  })

  it("should be nobody else's, and gone when their person signs out", () => {
    keepDefaults(localStorage, 'dr.rivera', {
      visitType: 'oncology',
      language: 'en',
      template: '',
      keyTerms: 'Mr Carter',
    })

    expect(readDefaults(localStorage, 'dr.chen').keyTerms).toBe('')
    forgetDefaults(localStorage, 'dr.rivera')
    expect(localStorage).toHaveLength(0)
  })

  it.each(['', '{', '{"language":7}', 'null'])(
    'should survive what another version kept: %s',
    (kept) => {
      localStorage.setItem('medic-scribe.visit-defaults.dr.rivera', kept)

      expect(readDefaults(localStorage, 'dr.rivera').language).toBe('en')
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
