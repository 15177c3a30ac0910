import { diffWordsWithSpace } from 'diff'

import type { Note } from '@/contracts/note'
import type { SectionCode } from '@/contracts/socket'

export interface Piece {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

export interface SectionDifference {
  readonly code: SectionCode
  readonly title: string
  /** One list of pieces for each statement that either version has. */
  readonly lines: readonly (readonly Piece[])[]
}

/** What a reader wants to see: statement by statement, and within one word by word. */
export function differenceOf(before: Note, after: Note): SectionDifference[] {
  const titles = new Map(
    [...after.sections, ...before.sections.filter((old) => !has(after, old.code))].map(
      ({ code, heading }) => [code, heading?.title ?? code],
    ),
  )
  return [...titles].map(([code, title]) => ({ code, title, lines: linesOf(code, before, after) }))
}

function linesOf(code: SectionCode, before: Note, after: Note): Piece[][] {
  const old = new Map(statementsOf(before, code).map(({ id, text }) => [id, text]))
  const current = statementsOf(after, code)
  const kept = new Set(current.map(({ id }) => id))
  const changed = current.map(({ id, text }): Piece[] => {
    const was = old.get(id)
    if (was === undefined) return [{ kind: 'added', text }]
    return was === text ? [{ kind: 'same', text }] : words(was, text)
  })
  const gone = [...old]
    .filter(([id]) => !kept.has(id))
    .map(([, text]): Piece[] => [{ kind: 'removed', text }])
  return [...changed, ...gone]
}

function words(was: string, is: string): Piece[] {
  return diffWordsWithSpace(was, is).map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))
}

function has(note: Note, code: SectionCode): boolean {
  return note.sections.some((section) => section.code === code)
}

function statementsOf(note: Note, code: SectionCode) {
  return note.sections
    .filter((section) => section.code === code)
    .flatMap(({ statements }) => statements)
}
