import { describe, expect, it } from 'vitest'

import { aNote, aStatement } from '@/testing/notes'

import { differenceOf } from './difference'

const plan = (...texts: [id: string, text: string][]) =>
  aNote({
    sections: [{ code: 'plan', statements: texts.map(([id, text]) => aStatement({ id, text })) }],
  })

describe('differenceOf', () => {
  it('should show changed words within a statement, and whole statements that came or went', () => {
    const before = plan(['a', 'Ibuprofen 400 mg.'], ['b', 'Rest.'], ['c', 'Return in two weeks.'])
    const after = plan(['a', 'Ibuprofen 200 mg.'], ['c', 'Return in two weeks.'], ['d', 'Fluids.'])

    expect(differenceOf(before, after)).toEqual([
      {
        code: 'plan',
        title: 'plan',
        lines: [
          [
            { kind: 'same', text: 'Ibuprofen ' },
            { kind: 'removed', text: '400' },
            { kind: 'added', text: '200' },
            { kind: 'same', text: ' mg.' },
          ],
          [{ kind: 'same', text: 'Return in two weeks.' }],
          [{ kind: 'added', text: 'Fluids.' }],
          [{ kind: 'removed', text: 'Rest.' }],
        ],
      },
    ])
  })
})
