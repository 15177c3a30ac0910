// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'

import type { Note } from '@/contracts/note'
import { ProblemError } from '@/lib/problem'
import { aNote, anOmission, aStatement, aWorkingNote } from '@/testing/notes'
import { show, withScreen } from '@/testing/screen'

import { edited } from '../core/document'
import { NoteEditor } from '../core/editor'

import { SignBar } from './SignBar'
import { SignDialog } from './SignDialog'

const CHANGED = new ProblemError({ type: 'x/note-changed', title: '', status: 412 })

function editorOf(note: Note, save: () => Promise<never> = () => Promise.reject(CHANGED)) {
  return new NoteEditor(aWorkingNote(1, { note }), {
    read: () => Promise.reject(CHANGED),
    save,
    onNote: () => undefined,
    schedule: () => () => undefined,
  })
}

describe('signing', () => {
  withScreen()

  const asked: string[] = []
  beforeEach(() => {
    asked.length = 0
    vi.stubGlobal('fetch', (address: string) => {
      asked.push(address)
      return Promise.resolve(new Response('', { status: 500 }))
    })
  })

  const bar = (editor: NoteEditor) => {
    show(<SignBar editor={editor} onSign={() => undefined} onNext={() => undefined} />)
  }

  it('should be out of reach while something is open, and say what', () => {
    const verification = { status: 'unsupported' as const, findings: [] }
    bar(
      editorOf(
        aNote({
          sections: [{ code: 'plan', statements: [aStatement({ id: 'u', verification })] }],
          omissions: [anOmission({ id: 'o1' }), anOmission({ id: 'o2' })],
        }),
      ),
    )

    screen.getByText('1 unsupported statement, 2 items not in the note')
    expect(screen.queryByRole('button', { name: 'Sign' })).toBeNull()
    screen.getByRole('button', { name: 'Show the next' })
  })

  it('should be within reach when nothing is', () => {
    bar(editorOf(aNote()))

    screen.getByText('Nothing stands in the way of signing.')
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Sign' }).disabled).toBe(false)
  })

  it('should say before it which sections are empty', () => {
    const editor = editorOf(aNote())
    bar(editor)
    show(
      <SignDialog encounterId="e" editor={editor} signer="Ana Rivera" onClose={() => undefined} />,
    )

    screen.getByText('Empty: Objective, Assessment')
    screen.getByText(/Nothing stands under Objective, Assessment/)
  })

  it('should wait for what could not be saved', async () => {
    const editor = editorOf(aNote())
    editor.change((note) => edited(note, 'a', 'Mine.'))
    await editor.flush()
    bar(editor)

    screen.getByText('Your last change is not saved yet.')
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Sign' }).disabled).toBe(true)
  })

  it('should sign nothing that is not saved', async () => {
    const editor = editorOf(aNote())
    editor.change((note) => edited(note, 'a', 'Mine.'))
    const onClose = vi.fn()
    show(<SignDialog encounterId="e" editor={editor} signer="Ana Rivera" onClose={onClose} />)

    screen.getByText(/I, Ana Rivera, have read this note/)
    await userEvent.click(screen.getByRole('button', { name: 'Sign now' }))

    await waitFor(() => {
      expect(onClose).toHaveBeenCalled()
    })
    expect(asked).toEqual([])
  })
})
