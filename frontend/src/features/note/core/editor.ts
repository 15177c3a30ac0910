import type { NoteEdit, WorkingNote } from '@/contracts/note'
import type { Versioned } from '@/lib/api'
import { ProblemError } from '@/lib/problem'
import { Store } from '@/lib/store'

import { documentOf, editOf, onTopOf, rebased, type NoteDocument } from './document'

export type Saving = 'saved' | 'waiting' | 'saving' | 'failed' | 'conflict' | 'locked'

/** What was changed last is not saved, and will not be unless somebody acts. */
export function isStuck(saving: Saving): boolean {
  return saving === 'failed' || saving === 'conflict' || saving === 'locked'
}

export interface EditorState {
  readonly note: NoteDocument
  readonly saving: Saving
  readonly savedAt: Date | undefined
  readonly error: unknown
  readonly canUndo: boolean
}

export interface EditorParts {
  readonly read: () => Promise<Versioned<WorkingNote>>
  readonly save: (edit: NoteEdit, etag: string) => Promise<Versioned<WorkingNote>>
  /** The server's view after a read or a save. */
  readonly onNote: (note: Versioned<WorkingNote>) => void
  readonly schedule?: (run: () => void, afterMs: number) => () => void
  readonly now?: () => Date
}

/** A pause in typing; a keystroke is at most this and a round trip away from being safe. */
const SAVE_AFTER_MS = 600
const AGAIN_AFTER_MS = 5_000

/**
 * The note under the clinician's hands: changes show at once, are saved after a moment, one save at
 * a time, and can be undone. A change by somebody else is never overwritten unasked.
 */
export class NoteEditor {
  readonly state: Store<EditorState>
  readonly #parts: EditorParts
  readonly #schedule: (run: () => void, afterMs: number) => () => void
  readonly #now: () => Date
  #etag: string
  #past: NoteDocument[] = []
  #lastTag: string | undefined
  #cancel: (() => void) | undefined
  #saving: Promise<void> | undefined

  constructor(note: Versioned<WorkingNote>, parts: EditorParts) {
    this.#parts = parts
    this.#etag = note.etag
    this.#now = parts.now ?? (() => new Date())
    this.#schedule =
      parts.schedule ??
      ((run, afterMs) => {
        const timer = setTimeout(run, afterMs)
        return () => {
          clearTimeout(timer)
        }
      })
    this.state = new Store<EditorState>({
      note: documentOf(note.body.note),
      saving: 'saved',
      savedAt: undefined,
      error: undefined,
      canUndo: false,
    })
  }

  get etag(): string {
    return this.#etag
  }

  /** Changes with the same tag, one after the other, are undone together. */
  change(make: (note: NoteDocument) => NoteDocument, tag?: string): void {
    const { note } = this.state.get()
    const next = make(note)
    if (next === note) return
    if (tag === undefined || tag !== this.#lastTag) this.#past.push(note)
    this.#lastTag = tag
    this.#put(next)
  }

  undo(): void {
    const before = this.#past.pop()
    if (!before) return
    this.#lastTag = undefined
    this.#put(withKnown(before, this.state.get().note))
  }

  /** A newer note from the server, unless changes of one's own are still on their way. */
  adopt(note: Versioned<WorkingNote>): void {
    if (note.etag === this.#etag || this.state.get().saving !== 'saved') return
    this.#take(note)
  }

  /** Resolves when everything is saved; false if it could not be. */
  async flush(): Promise<boolean> {
    this.#cancel?.()
    await this.#save()
    return this.state.get().saving === 'saved'
  }

  /** Somebody else's version instead of one's own. */
  async takeTheirs(): Promise<void> {
    this.#take(await this.#parts.read())
  }

  /** One's own version on top of somebody else's, which stays in the list of versions. */
  async keepMine(): Promise<void> {
    const theirs = await this.#parts.read()
    this.#etag = theirs.etag
    this.#put(onTopOf(this.state.get().note, theirs.body.note))
    await this.flush()
  }

  close(): void {
    this.#cancel?.()
    if (this.state.get().saving === 'waiting') void this.#save()
  }

  #put(note: NoteDocument): void {
    this.state.update({ note, saving: 'waiting', canUndo: this.#past.length > 0 })
    this.#later(SAVE_AFTER_MS)
  }

  #later(afterMs: number): void {
    this.#cancel?.()
    this.#cancel = this.#schedule(() => void this.#save(), afterMs)
  }

  async #save(): Promise<void> {
    while (this.#saving) await this.#saving
    const { saving } = this.state.get()
    if (saving !== 'waiting' && saving !== 'failed') return
    this.#saving = this.#saveOnce().finally(() => {
      this.#saving = undefined
    })
    await this.#saving
  }

  async #saveOnce(): Promise<void> {
    const sent = this.state.get().note
    this.state.update({ saving: 'saving' })
    try {
      const answer = await this.#parts.save(editOf(sent), this.#etag)
      this.#etag = answer.etag
      const now = this.state.get().note
      this.state.update({
        note: rebased(now, sent, answer.body.note),
        saving: now === sent ? 'saved' : 'waiting',
        savedAt: this.#now(),
        error: undefined,
      })
      this.#parts.onNote(answer)
      if (now !== sent) this.#later(SAVE_AFTER_MS)
    } catch (error) {
      this.#failed(error)
    }
  }

  #failed(error: unknown): void {
    const kind = error instanceof ProblemError ? error.kind : undefined
    if (kind === 'note-changed') this.state.update({ saving: 'conflict', error })
    else if (kind === 'note-signed') this.state.update({ saving: 'locked', error })
    else {
      this.state.update({ saving: 'failed', error })
      this.#later(AGAIN_AFTER_MS)
    }
  }

  #take(note: Versioned<WorkingNote>): void {
    this.#etag = note.etag
    this.#past = []
    this.#lastTag = undefined
    this.state.update({
      note: documentOf(note.body.note),
      saving: 'saved',
      error: undefined,
      canUndo: false,
    })
    this.#parts.onNote(note)
  }
}

/** An older document with what the server has told since about the lines that both have. */
function withKnown(before: NoteDocument, now: NoteDocument): NoteDocument {
  const known = new Map(
    now.sections.flatMap(({ lines }) => lines).map((line) => [line.key, line.known]),
  )
  return {
    ...before,
    sections: before.sections.map((section) => ({
      ...section,
      lines: section.lines.map((line) => ({ ...line, known: known.get(line.key) ?? line.known })),
    })),
  }
}
