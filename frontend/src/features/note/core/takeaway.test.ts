import { describe, expect, it } from 'vitest'

import { documentOf } from './document'
import { htmlOf, listOf, takeawayOf, textOf, type Words } from './takeaway'

const WORDS: Words = {
  partly: 'check',
  unsupported: 'not backed',
}

describe('a note that is taken out of the page', () => {
  const taken = {
    warnings: ['Not signed <yet>'],
    parts: [{ title: 'Plan', items: [{ text: 'Rest & "drink"' }, { text: 'Come back.' }] }],
  }

  it('should be text without marks', () => {
    expect(textOf(taken)).toBe('Not signed <yet>\n\nPlan\nRest & "drink"\nCome back.')
  })

  it('should be headings and lists that nothing in it can break', () => {
    expect(htmlOf(taken)).toBe(
      '<p><strong>Not signed &lt;yet&gt;</strong></p>' +
        '<h3>Plan</h3><ul><li>Rest &amp; &quot;drink&quot;</li><li>Come back.</li></ul>',
    )
    expect(listOf([{ text: '<script>' }])).toBe('<ul><li>&lt;script&gt;</li></ul>')
  })

  it('should say what is to be checked until it is signed', () => {
    const verification = { status: 'unsupported' as const, findings: [] }
    const statement = { id: 's1', text: 'Rest.', evidence: [], origin: 'draft' as const }
    const note = documentOf({
      sections: [{ code: 'plan', statements: [{ ...statement, verification }] }],
      omissions: [],
      roles: {},
    })
    const cautions = (signed: boolean) =>
      takeawayOf(note, WORDS, { signed }).parts.flatMap(({ items }) =>
        items.flatMap(({ caution }) => caution ?? []),
      )

    expect(cautions(false)).toEqual(['not backed'])
    expect(cautions(true)).toEqual([])
  })

  it('should leave out what says nothing', () => {
    const note = documentOf({ sections: [], omissions: [], roles: {} })
    expect(takeawayOf(note, WORDS).parts).toEqual([])
  })
})
