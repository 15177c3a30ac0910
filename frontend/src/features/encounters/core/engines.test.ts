import { describe, expect, it } from 'vitest'

import { isDrafted, isKnown, noticesOf, visitLanguages } from './engines'

const EMBEDDED = { name: 'here', embedded: true, languages: ['en'] }
const OUTSIDE = { name: 'there', embedded: false, languages: ['en', 'es'] }

describe('what the page says of the engines', () => {
  it.each([
    ['both are embedded', { transcription: EMBEDDED, note: EMBEDDED }, ['both embedded']],
    ['both are outside', { transcription: OUTSIDE, note: OUTSIDE }, []],
    ['only notes leave', { transcription: EMBEDDED, note: OUTSIDE }, ['speech embedded']],
    ['only speech leaves', { transcription: OUTSIDE, note: EMBEDDED }, ['note embedded']],
    ['nothing is known', {}, ['both unknown']],
    ['the drafter is not known', { transcription: OUTSIDE }, ['note unknown']],
    ['the recogniser is not known', { note: EMBEDDED }, ['speech unknown', 'note embedded']],
  ])('should be true when %s', (_, engines, said) => {
    expect(noticesOf(engines).map(({ of, standing }) => `${of} ${standing}`)).toEqual(said)
  })

  it('should be asked for again until both are known', () => {
    expect(isKnown(undefined)).toBe(false)
    expect(isKnown({ transcription: EMBEDDED })).toBe(false)
    expect(isKnown({ transcription: EMBEDDED, note: OUTSIDE })).toBe(true)
  })
})

describe('the languages of a visit', () => {
  it('should be those that are understood and that the page has words for', () => {
    expect(visitLanguages({ languages: ['multi', 'en', 'fr'] })).toEqual(['en', 'multi'])
  })

  it('should be any while nobody knows', () => {
    expect(visitLanguages(undefined)).toEqual(['en', 'es', 'multi'])
    expect(visitLanguages({})).toEqual(['en', 'es', 'multi'])
  })

  it('should be told apart by whether a draft can be made of it', () => {
    expect(isDrafted('es', { note: EMBEDDED })).toBe(false)
    expect(isDrafted('multi', { note: EMBEDDED })).toBe(true)
    expect(isDrafted('es', { note: OUTSIDE })).toBe(true)
    expect(isDrafted('es', {})).toBe(true)
  })
})
