// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'

import { saveFile } from '@/lib/saveFile'
import { aWorkingNote } from '@/testing/notes'
import { show, withScreen } from '@/testing/screen'

import { NoteEditor } from '../core/editor'

import { TakeNote } from './TakeNote'

vi.mock('@/lib/saveFile', () => ({ saveFile: vi.fn() }))

describe('taking a note out of the page', () => {
  withScreen()

  const asked: (string | null)[] = []
  let answer: () => Response

  beforeEach(() => {
    localStorage.clear()
    asked.length = 0
    answer = () => new Response('document')
    vi.mocked(saveFile).mockClear()
    vi.stubGlobal('fetch', (_: string, init?: RequestInit) => {
      asked.push(new Headers(init?.headers).get('Accept'))
      return Promise.resolve(answer())
    })
  })

  function takeNote() {
    const note = aWorkingNote(1, {})
    const unused = () => Promise.reject(new Error('not asked for'))
    const editor = new NoteEditor(note, {
      read: unused,
      save: unused,
      onNote: () => undefined,
      schedule: () => () => undefined,
    })
    show(
      <TakeNote
        encounterId="e1"
        patientLabel="Ada"
        patient={undefined}
        language="en"
        note={note.body}
        editor={editor}
      />,
    )
  }

  async function choose(way: string) {
    await userEvent.click(screen.getByRole('button', { name: 'Other ways to send and save' }))
    await userEvent.click(await screen.findByRole('menuitem', { name: way }))
  }

  it('should copy with headings and lists, and as plain text', async () => {
    const written: string[] = []
    vi.stubGlobal('ClipboardItem', function (forms: Record<string, Blob>) {
      written.push(...Object.keys(forms))
    })
    vi.stubGlobal('navigator', {
      ...navigator,
      language: 'en',
      languages: ['en'],
      clipboard: { write: () => Promise.resolve() },
    })
    takeNote()

    screen.getByRole('button', { name: 'Copy all' }).click()

    await screen.findByRole('button', { name: 'Copied' })
    expect(written).toEqual(['text/plain', 'text/html'])
  })

  it('should say so when the browser refuses to copy', async () => {
    vi.stubGlobal('navigator', {
      ...navigator,
      language: 'en',
      languages: ['en'],
      clipboard: { writeText: () => Promise.reject(new Error('refused')) },
    })
    takeNote()

    screen.getByRole('button', { name: 'Copy all' }).click()

    await screen.findByText(/The browser does not let this page copy/)
  })

  it('should offer first what was taken last', async () => {
    takeNote()

    await choose('Download as PDF')

    await screen.findByRole('button', { name: 'Download as PDF' })
    expect(asked).toEqual(['application/pdf, application/problem+json'])
    expect(vi.mocked(saveFile).mock.calls[0]?.[1]).toBe('Ada.pdf')
    expect(localStorage.getItem('medic-scribe.note-way')).toBe('pdf')
  })

  it('should say in words why there is no PDF', async () => {
    answer = () =>
      Response.json(
        { type: 'https://medicscribe.org/problems/pdf-too-long', title: '', status: 422 },
        { status: 422 },
      )
    takeNote()

    await choose('Download as PDF')

    await screen.findByText(/This note is too long for a PDF/)
    expect(saveFile).not.toHaveBeenCalled()
  })

  it('should write for a word processor without asking anybody', async () => {
    takeNote()

    await choose('Download for Word')

    await vi.waitFor(() => {
      expect(vi.mocked(saveFile).mock.calls[0]?.[1]).toBe('Ada.docx')
    })
    expect(asked).toEqual([])
  })
})
