import { describe, expect, it } from 'vitest'

import { aNote, anOmission, aSection, aStatement } from '@/testing/notes'

import {
  accepted,
  documentOf,
  edited,
  editOf,
  emptySections,
  omissionDismissed,
  omissionInserted,
  openOmissions,
  plainText,
  rebased,
  removed,
  standingOf,
  suggestionTaken,
  unsupportedLines,
} from './document'

const unsupported = aStatement({
  id: 'u',
  verification: { status: 'unsupported', findings: [{ rule: 'numbers-agree', detail: '' }] },
})

function noteWith(...statements: ReturnType<typeof aStatement>[]) {
  return documentOf(aNote({ sections: [aSection('plan', statements)] }))
}

const lines = (note: ReturnType<typeof documentOf>) => note.sections.flatMap((s) => s.lines)

describe('what stands before a signature', () => {
  it('should be the statements that nothing supports, until they are accepted', () => {
    const note = noteWith(aStatement({ id: 'v' }), unsupported)

    expect(unsupportedLines(note).map((line) => line.key)).toEqual(['u'])
    expect(unsupportedLines(accepted(note, 'u'))).toEqual([])
  })

  it('should not be what a person has written themselves', () => {
    const note = edited(noteWith(unsupported), 'u', 'Something else.')

    expect(lines(note).map(standingOf)).toEqual(['yours'])
  })

  it('should be the omissions that are neither inserted nor dismissed', () => {
    const note = documentOf(
      aNote({ omissions: [anOmission({ id: 'o1' }), anOmission({ id: 'o2' })] }),
    )

    expect(openOmissions(omissionInserted(note, 'o1', 'new'))).toHaveLength(1)
    expect(openOmissions(omissionDismissed(note, 'o2', 'mentioned before'))).toHaveLength(1)
  })

  it('should be an omission again when its line is removed', () => {
    const note = documentOf(aNote({ omissions: [anOmission({ id: 'o1' })] }))

    const removedAgain = removed(omissionInserted(note, 'o1', 'new'), 'new')

    expect(openOmissions(removedAgain)).toHaveLength(1)
  })
})

describe('what is sent to be saved', () => {
  it('should name what the server knows, and bring what it does not', () => {
    const note = omissionInserted(
      accepted(
        documentOf(
          aNote({
            sections: [{ code: 'subjective', statements: [unsupported] }],
            omissions: [anOmission({ id: 'o1' })],
          }),
        ),
        'u',
      ),
      'o1',
      'new',
    )

    const edit = editOf(note)

    expect(edit.sections[0]?.statements).toEqual([
      { id: 'u', text: 'statement u', accepted: true },
      { text: 'Allergic to penicillin.', omission: 'o1' },
    ])
    expect(edit.omissions).toEqual([{ id: 'o1', resolution: { kind: 'inserted' } }])
  })

  it('should not hold a line that was left empty', () => {
    const note = edited(noteWith(aStatement({ id: 'a' }), aStatement({ id: 'b' })), 'a', '  ')

    expect(editOf(note).sections[0]?.statements.map(({ id }) => id)).toEqual(['b'])
  })

  it('should say which of two texts was chosen', () => {
    const note = noteWith(
      aStatement({
        id: 'a',
        origin: 'edited',
        suggestion: {
          text: 'new words',
          evidence: [],
          verification: { status: 'partly', findings: [] },
        },
      }),
    )

    const taken = suggestionTaken(note, 'a')

    expect(editOf(taken).sections[0]?.statements).toEqual([
      { id: 'a', text: 'new words', use: 'suggestion' },
    ])
    expect(lines(taken).map(standingOf)).toEqual(['partly'])
  })
})

describe('an answer that comes while the clinician goes on', () => {
  it('should teach the ids of new lines without touching what was typed meanwhile', () => {
    const sent = omissionInserted(
      documentOf(
        aNote({
          sections: [{ code: 'subjective', statements: [aStatement({ id: 'a' })] }],
          omissions: [anOmission({ id: 'o1' })],
        }),
      ),
      'o1',
      'new',
    )
    const now = edited(sent, 'new', 'Allergic to penicillin, rash.')
    const answer = aNote({
      sections: [
        {
          code: 'subjective',
          statements: [
            aStatement({ id: 'a' }),
            aStatement({ id: 'n7', text: 'Allergic to penicillin.', omission: 'o1' }),
          ],
        },
      ],
    })

    const result = lines(rebased(now, sent, answer))

    expect(result.map(({ key, text, known }) => [key, text, known?.id])).toEqual([
      ['a', 'statement a', 'a'],
      ['new', 'Allergic to penicillin, rash.', 'n7'],
    ])
  })
})

describe('a said fact that is inserted', () => {
  const place = (kind: 'allergy' | 'medicine', codes: [string, string][]) => {
    const sections = codes.map(([code, holds]) => {
      const section = aSection(code, [])
      return { ...section, heading: { ...section.heading, from: [holds] } }
    })
    const note = documentOf(aNote({ sections, omissions: [anOmission({ id: 'o', kind })] }))
    return omissionInserted(note, 'o', 'new').sections.find((each) => each.lines.length > 0)?.code
  }

  it('should stand in the section that is about it', () => {
    expect(
      place('allergy', [
        ['history', 'subjective'],
        ['allergies', 'subjective'],
        ['plan', 'plan'],
      ]),
    ).toBe('allergies')
  })

  it('should stand in the first section that holds its kind', () => {
    expect(
      place('medicine', [
        ['data', 'subjective'],
        ['intervention', 'plan'],
        ['plan', 'plan'],
      ]),
    ).toBe('intervention')
  })

  it('should stand in the last section where none holds its kind', () => {
    expect(
      place('medicine', [
        ['data', 'subjective'],
        ['response', 'assessment'],
      ]),
    ).toBe('response')
  })
})

describe('emptySections', () => {
  it('should name only what the template asks for, by its title', () => {
    const optional = aSection('objective', [])
    const note = documentOf(
      aNote({
        sections: [
          aSection('plan', []),
          { ...optional, heading: { ...optional.heading, required: false } },
        ],
      }),
    )

    expect(emptySections(note)).toEqual(['Plan'])
  })
})

describe('plainText', () => {
  it('should run on where the section is prose', () => {
    const section = aSection('data', [aStatement({ id: 'a' }), aStatement({ id: 'b' })])
    const [first] = documentOf(
      aNote({ sections: [{ ...section, heading: { ...section.heading, style: 'prose' } }] }),
    ).sections

    expect(first && plainText(first)).toBe('statement a statement b')
  })

  it('should be what a record system wants', () => {
    const [first] = documentOf(aNote()).sections

    expect(first && plainText(first)).toBe('statement a\nstatement b')
  })
})
