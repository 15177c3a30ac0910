// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'

import { aWorkingNote } from '@/testing/notes'
import { show, withScreen } from '@/testing/screen'

import { NoteEditor } from '../core/editor'

import { NoteToolbar } from './NoteToolbar'

const SAYS_THE_SAME = 'The new draft says the same as this note.'

describe('writing the note again', () => {
  withScreen()

  beforeEach(() => {
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ noteRequestId: 'r1' })))
  })

  function toolbar(change: { drafting?: boolean; sameAgain?: boolean }) {
    const note = aWorkingNote(1, change)
    const unused = () => Promise.reject(new Error('not asked for'))
    const editor = new NoteEditor(note, {
      read: unused,
      save: unused,
      onNote: () => undefined,
      schedule: () => () => undefined,
    })
    show(
      <NoteToolbar
        encounterId="e1"
        patientLabel="Ada"
        patient={undefined}
        language="en"
        note={note.body}
        editor={editor}
      />,
    )
  }

  it('should say that the new draft says the same', async () => {
    toolbar({ sameAgain: true })
    expect(screen.queryByText(SAYS_THE_SAME)).toBeNull()

    await userEvent.click(screen.getByRole('button', { name: 'Write again' }))

    await screen.findByText(SAYS_THE_SAME)
  })

  it('should not say so while a draft is awaited', async () => {
    toolbar({ sameAgain: true, drafting: true })

    await userEvent.click(screen.getByRole('button', { name: 'Write again' }))

    expect(screen.queryByText(SAYS_THE_SAME)).toBeNull()
  })
})
