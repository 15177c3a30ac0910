import { describe, expect, it } from 'vitest'

import en from './en.json'
import es from './es.json'

interface Texts {
  readonly [key: string]: string | Texts
}

/** Spanish has one plural form more, which English cannot hold. */
const SPANISH_ONLY = /_many$/

function flat(texts: Texts, path = ''): [key: string, text: string][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[path + key, value] as [string, string]]
      : flat(value, `${path}${key}.`),
  )
}

const english = new Map(flat(en))
const spanish = new Map(flat(es).filter(([key]) => !SPANISH_ONLY.test(key)))

describe('the languages of the page', () => {
  it('should say the same things', () => {
    expect([...spanish.keys()].sort()).toEqual([...english.keys()].sort())
  })

  it('should fill in the same values', () => {
    const values = (text: string | undefined) =>
      [...(text ?? '').matchAll(/{{\w+}}/g)].map(String).sort()

    for (const [key, text] of english)
      expect([key, values(spanish.get(key))]).toEqual([key, values(text)])
  })

  it('should be written, not copied', () => {
    const same = [...english].filter(([key, text]) => spanish.get(key) === text).map(([key]) => key)

    expect(same.sort()).toEqual(
      [
        'app.name',
        'languageName.en',
        'languageName.es',
        'trust.consentValue',
        'trust.percent',
        'versions.label',
        'visit.pageTitle',
      ].sort(),
    )
  })

  it('should use no word of ours that is not a clinician’s', () => {
    const ours =
      /\b(session|stream|token|socket|upload failed|websocket|backend|server|null|undefined)\b/i

    expect([...english].filter(([, text]) => ours.test(text))).toEqual([])
  })
})
