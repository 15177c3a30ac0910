import { beforeEach, describe, expect, it, vi } from 'vitest'

import type { NoteEdit, WorkingNote } from '@/contracts/note'
import type { Versioned } from '@/lib/api'
import { ProblemError } from '@/lib/problem'
import { aNote, aStatement, aWorkingNote } from '@/testing/notes'

import { edited, removed } from './document'
import { NoteEditor } from './editor'

/** Storage as the editor sees it: the next version, or a refusal. */
class FakeStorage {
  version = 1
  readonly saves: { edit: NoteEdit; etag: string }[] = []
  refusal: ProblemError | undefined

  save = (edit: NoteEdit, etag: string): Promise<Versioned<WorkingNote>> => {
    this.saves.push({ edit, etag })
    if (this.refusal) return Promise.reject(this.refusal)
    if (etag !== `"${String(this.version)}"`) return Promise.reject(problem('note-changed', 412))
    this.version += 1
    return this.read(edit)
  }

  read = (edit?: NoteEdit): Promise<Versioned<WorkingNote>> =>
    Promise.resolve(
      aWorkingNote(this.version, {
        note: aNote({
          sections: edit
            ? edit.sections.map(({ code, statements }) => ({
                code: code as 'plan',
                statements: statements.map(({ id = 'new', text }) => aStatement({ id, text })),
              }))
            : [{ code: 'plan', statements: [aStatement({ id: 'theirs' })] }],
        }),
      }),
    )
}

const problem = (kind: string, status: number) =>
  new ProblemError({ type: `https://medicscribe.org/problems/${kind}`, title: '', status })

describe('NoteEditor', () => {
  let storage: FakeStorage
  let timers: (() => void)[]
  let editor: NoteEditor

  beforeEach(() => {
    storage = new FakeStorage()
    timers = []
    editor = new NoteEditor(aWorkingNote(1), {
      save: storage.save,
      read: () => storage.read(),
      onNote: () => undefined,
      schedule: (run) => {
        timers = [run]
        return () => {
          timers = []
        }
      },
    })
  })

  const type = (text: string) => {
    editor.change((note) => edited(note, 'a', text), 'a')
  }
  const textOfA = () =>
    editor.state.get().note.sections[0]?.lines.find(({ key }) => key === 'a')?.text
  async function pauseInTyping() {
    timers.shift()?.()
    await vi.waitFor(() => {
      expect(editor.state.get().saving).not.toBe('saving')
    })
  }

  it('should save once for a run of keystrokes, and say when', async () => {
    for (const text of ['N', 'Ne', 'New']) type(text)
    expect(editor.state.get().saving).toBe('waiting')

    await pauseInTyping()

    expect(storage.saves).toHaveLength(1)
    expect(storage.saves[0]).toMatchObject({ etag: '"1"' })
    expect(editor.state.get().saving).toBe('saved')
    expect(editor.state.get().savedAt).toBeInstanceOf(Date)
  })

  it('should undo a run of keystrokes at once, and save that too', async () => {
    for (const text of ['N', 'Ne', 'New']) type(text)
    await pauseInTyping()

    editor.undo()
    expect(textOfA()).toBe('statement a')
    await pauseInTyping()

    expect(storage.saves[1]?.edit.sections[0]?.statements[0]).toMatchObject({
      id: 'a',
      text: 'statement a',
    })
    expect(editor.state.get().canUndo).toBe(false)
  })

  it('should bring a removed statement back under its own id', async () => {
    editor.change((note) => removed(note, 'a'))
    await pauseInTyping()

    editor.undo()
    await pauseInTyping()

    expect(storage.saves[1]?.edit.sections[0]?.statements.map(({ id }) => id)).toEqual(['a', 'b'])
  })

  it('should keep what is typed while a save is under way, and save it next', async () => {
    type('first')
    timers.shift()?.()
    type('second')
    await vi.waitFor(() => {
      expect(storage.version).toBe(2)
    })
    await vi.waitFor(() => {
      expect(editor.state.get().saving).toBe('waiting')
    })
    expect(textOfA()).toBe('second')

    await pauseInTyping()

    expect(storage.saves[1]).toMatchObject({ etag: '"2"' })
  })

  it('should not overwrite what somebody else has changed', async () => {
    storage.version = 5
    type('mine')
    await pauseInTyping()
    expect(editor.state.get().saving).toBe('conflict')

    await editor.takeTheirs()

    expect(editor.state.get().saving).toBe('saved')
    expect(editor.state.get().note.sections[0]?.lines.map(({ key }) => key)).toEqual(['theirs'])
  })

  it('should put its own on top when the clinician wants that', async () => {
    storage.version = 5
    type('mine')
    await pauseInTyping()

    await editor.keepMine()

    expect(storage.saves.at(-1)).toMatchObject({ etag: '"5"' })
    expect(storage.saves.at(-1)?.edit.sections[0]?.statements).toContainEqual({ text: 'mine' })
    expect(editor.state.get().saving).toBe('saved')
  })

  it('should keep the changes and try again when the service does not answer', async () => {
    storage.refusal = problem('unreachable', 0)
    type('kept')
    await pauseInTyping()
    expect(editor.state.get().saving).toBe('failed')
    expect(textOfA()).toBe('kept')

    storage.refusal = undefined
    await pauseInTyping()

    expect(editor.state.get().saving).toBe('saved')
  })

  it('should lock when the note was signed elsewhere', async () => {
    storage.refusal = problem('note-signed', 409)
    type('too late')

    await pauseInTyping()

    expect(editor.state.get().saving).toBe('locked')
    expect(timers).toEqual([])
  })
})
