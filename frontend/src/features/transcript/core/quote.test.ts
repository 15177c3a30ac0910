import { describe, expect, it } from 'vitest'

import { isQuoted, quotedWords, quotesBySegment } from './quote'

const said = (text: string) =>
  text.split(' ').map((word, i) => ({ text: word, start: i * 10, end: i * 10 + 9, confidence: 1 }))

describe('quotedWords', () => {
  it('should find the words of a quote, however it is punctuated', () => {
    expect(
      quotedWords(said('Yes, I am allergic to penicillin. It'), 'allergic to penicillin'),
    ).toEqual({ first: 3, last: 5 })
  })

  it('should not stop at a false start', () => {
    expect(quotedWords(said('ten units ten units every night'), 'ten units every')).toEqual({
      first: 2,
      last: 4,
    })
  })

  it('should find nothing that was not said', () => {
    expect(quotedWords(said('ten units'), 'twelve units')).toBeUndefined()
    expect(quotedWords(said('ten units'), '')).toBeUndefined()
  })
})

describe('isQuoted', () => {
  it('should mark the words of each quote, of a question and of its answer', () => {
    expect(isQuoted(said('Any chest pain at night No'), ['chest pain', 'No'])).toEqual([
      false,
      true,
      true,
      false,
      false,
      true,
    ])
  })

  it('should mark nothing where nothing is quoted', () => {
    expect(isQuoted(said('ten units'), [])).toEqual([false, false])
  })
})

describe('quotesBySegment', () => {
  it('should keep all quotes of all segments', () => {
    expect([
      ...quotesBySegment([
        { segment: 's1', quote: 'any allergies' },
        { segment: 's2', quote: 'penicillin' },
        { segment: 's2', quote: 'a rash' },
      ]),
    ]).toEqual([
      ['s1', ['any allergies']],
      ['s2', ['penicillin', 'a rash']],
    ])
  })
})
