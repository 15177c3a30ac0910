// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import { workingNoteSchema } from '@/contracts/note'
import { aWorkingNote } from '@/testing/notes'
import { show, withScreen } from '@/testing/screen'

import { RecordMismatch } from './RecordMismatch'

describe('a record that does not match', () => {
  withScreen()

  const finding = { part: 'note', where: 'visit 0198c5a2', fault: 'changed' }

  it('should be said aloud, with what support needs behind it', () => {
    show(<RecordMismatch mismatch={{ type: 'record-does-not-match', findings: [finding] }} />)

    expect(screen.getByRole('alert').textContent).toContain(
      'This record does not match its signature',
    )
    screen.getByText('note · changed · visit 0198c5a2')
  })

  it('should be read from what the service answers', () => {
    const { body } = aWorkingNote(1)
    const answer = {
      ...body,
      mismatch: { type: 'record-does-not-match', findings: [finding] },
    }

    expect(workingNoteSchema.parse(answer).mismatch?.findings).toEqual([finding])
    expect(workingNoteSchema.parse(body).mismatch).toBeUndefined()
  })
})
