import type { Heading, Note, NoteEdit, Omission, Statement, StatementEdit } from '@/contracts/note'
import type { SectionCode } from '@/contracts/socket'

/** One line of the note as it stands on the screen. */
export interface Line {
  /** Stays the same while the page is open; the server's id comes with the first save. */
  readonly key: string
  readonly text: string
  /** As the server knows it, unless it is new. */
  readonly known: Statement | undefined
  readonly accepted: boolean
  /** Which of two texts was chosen after a redraft. */
  readonly use: 'suggestion' | 'mine' | undefined
  /** The omission that the line was inserted for. */
  readonly omission: string | undefined
}

export interface Section {
  readonly code: SectionCode
  readonly heading: Heading
  readonly lines: readonly Line[]
}

export interface Resolution {
  readonly kind: 'inserted' | 'dismissed'
  readonly reason?: string | undefined
}

export interface OmissionState {
  readonly omission: Omission
  readonly resolution: Resolution | undefined
}

/** The note with the clinician's decisions so far; every change gives a new one. */
export interface NoteDocument {
  readonly sections: readonly Section[]
  readonly omissions: readonly OmissionState[]
}

/** Where an omission belongs: sections that are about it, and the kind of statement that it is. */
const PLACES: Readonly<
  Record<Omission['kind'], { readonly part: string; readonly codes: readonly SectionCode[] }>
> = {
  allergy: { part: 'subjective', codes: ['allergies'] },
  medicine: { part: 'plan', codes: [] },
  'follow-up': { part: 'plan', codes: ['discharge-instructions'] },
  'red-flag': { part: 'plan', codes: ['discharge-instructions'] },
}

/** How a line stands: what code found, or that a person answers for it. */
export type Standing = 'verified' | 'partly' | 'unsupported' | 'accepted' | 'yours'

export function documentOf(note: Note): NoteDocument {
  return {
    sections: note.sections.map(({ code, heading, statements }) => ({
      code,
      heading: heading ?? { title: code, style: 'bullets', required: true, from: [] },
      lines: statements.map(lineOf),
    })),
    omissions: note.omissions.map((omission) => ({ omission, resolution: omission.resolution })),
  }
}

function lineOf(statement: Statement): Line {
  return {
    key: statement.id,
    text: statement.text,
    known: statement,
    accepted: statement.acceptance !== undefined,
    use: undefined,
    omission: statement.omission,
  }
}

export function standingOf({ known, text, accepted, use, omission }: Line): Standing {
  if (!known) return omission === undefined ? 'yours' : 'verified'
  const verification = use === 'suggestion' ? known.suggestion?.verification : known.verification
  if (use !== 'suggestion' && text !== known.text) return 'yours'
  if (!verification) return 'yours'
  if (verification.status === 'unsupported' && accepted) return 'accepted'
  return verification.status
}

export function edited(note: NoteDocument, key: string, text: string): NoteDocument {
  return withLine(note, key, (line) => ({ ...line, text }))
}

export function accepted(note: NoteDocument, key: string): NoteDocument {
  return withLine(note, key, (line) => ({ ...line, accepted: true }))
}

export function removed(note: NoteDocument, key: string): NoteDocument {
  return reopened({
    ...note,
    sections: note.sections.map((section) => ({
      ...section,
      lines: section.lines.filter((line) => line.key !== key),
    })),
  })
}

export function added(
  note: NoteDocument,
  code: SectionCode,
  line: Pick<Line, 'key' | 'text'> & Partial<Line>,
): NoteDocument {
  const complete: Line = {
    known: undefined,
    accepted: false,
    use: undefined,
    omission: undefined,
    ...line,
  }
  return {
    ...note,
    sections: note.sections.map((section) =>
      section.code === code ? { ...section, lines: [...section.lines, complete] } : section,
    ),
  }
}

/** The new text beside a person's own is taken, with what it rests on. */
export function suggestionTaken(note: NoteDocument, key: string): NoteDocument {
  return withLine(note, key, (line) => ({
    ...line,
    text: line.known?.suggestion?.text ?? line.text,
    use: 'suggestion',
  }))
}

export function suggestionPutAway(note: NoteDocument, key: string): NoteDocument {
  return withLine(note, key, (line) => ({ ...line, use: 'mine' }))
}

export function omissionInserted(note: NoteDocument, id: string, key: string): NoteDocument {
  const found = note.omissions.find(({ omission }) => omission.id === id)
  if (!found) return note
  const { omission } = found
  const place = placeOf(omission.kind, note.sections)
  if (place === undefined) return note
  return resolved(added(note, place, { key, text: omission.text, omission: id }), id, {
    kind: 'inserted',
  })
}

export function omissionDismissed(note: NoteDocument, id: string, reason: string): NoteDocument {
  return resolved(note, id, { kind: 'dismissed', reason })
}

export function unsupportedLines(note: NoteDocument): Line[] {
  return note.sections
    .flatMap((section) => section.lines)
    .filter((line) => standingOf(line) === 'unsupported')
}

/** The titles of what the template asks for and nobody has written. */
export function emptySections(note: NoteDocument): string[] {
  return note.sections
    .filter(({ heading }) => heading.required)
    .filter(({ lines }) => lines.every(({ text }) => text.trim() === ''))
    .map(({ heading }) => heading.title)
}

export function openOmissions(note: NoteDocument): OmissionState[] {
  return note.omissions.filter(({ resolution }) => resolution === undefined)
}

export function editOf(note: NoteDocument): NoteEdit {
  return {
    sections: note.sections.map(({ code, lines }) => ({
      code,
      statements: lines.filter(({ text }) => text.trim() !== '').map(statementEdit),
    })),
    omissions: note.omissions.map(({ omission, resolution }) => ({
      id: omission.id,
      ...(resolution
        ? {
            resolution: {
              kind: resolution.kind,
              ...(resolution.reason === undefined ? {} : { reason: resolution.reason }),
            },
          }
        : {}),
    })),
  }
}

/**
 * What the server answered, with the changes that were made while it was asked. A line that it
 * learned of keeps its key, so that nothing jumps under the clinician's hands.
 */
export function rebased(now: NoteDocument, sent: NoteDocument, answer: Note): NoteDocument {
  const learned = new Map<string, Statement>()
  for (const { code, lines } of sent.sections) {
    const statements = answer.sections.find((section) => section.code === code)?.statements ?? []
    lines
      .filter(({ text }) => text.trim() !== '')
      .forEach((line, i) => {
        const statement = statements[i]
        if (statement) learned.set(line.key, statement)
      })
  }
  const before = new Map(
    sent.sections.flatMap(({ lines }) => lines).map((line) => [line.key, line]),
  )
  const update = (line: Line): Line => {
    const statement = learned.get(line.key)
    if (!statement) return line
    const unchanged = before.get(line.key) === line
    return unchanged
      ? { ...lineOf(statement), key: line.key }
      : { ...line, known: statement, use: line.use ?? undefined }
  }
  return {
    sections: now.sections.map((section) => ({ ...section, lines: section.lines.map(update) })),
    omissions: now.omissions.map((state) => {
      const omission = answer.omissions.find(({ id }) => id === state.omission.id)
      return omission ? { ...state, omission } : state
    }),
  }
}

/** Nobody else's change is undone by it: what is not known any more comes back as one's own. */
export function onTopOf(mine: NoteDocument, theirs: Note): NoteDocument {
  const known = new Map(
    theirs.sections.flatMap(({ statements }) => statements).map((each) => [each.id, each]),
  )
  return {
    ...mine,
    sections: mine.sections.map((section) => ({
      ...section,
      lines: section.lines.map((line) => ({
        ...line,
        known: line.known ? known.get(line.known.id) : undefined,
      })),
    })),
  }
}

/** Plain text as a record system wants it: no marks, one statement a line, or a paragraph. */
export function plainText({ heading, lines }: Section): string {
  return lines.map(({ text }) => text).join(heading.style === 'prose' ? ' ' : '\n')
}

function statementEdit({ known, text, accepted: stands, use, omission }: Line): StatementEdit {
  return {
    ...(known ? { id: known.id } : {}),
    text: text.trim(),
    ...(stands ? { accepted: true as const } : {}),
    ...(use ? { use } : {}),
    ...(!known && omission !== undefined ? { omission } : {}),
  }
}

function withLine(note: NoteDocument, key: string, change: (line: Line) => Line): NoteDocument {
  return {
    ...note,
    sections: note.sections.map((section) => ({
      ...section,
      lines: section.lines.map((line) => (line.key === key ? change(line) : line)),
    })),
  }
}

function resolved(note: NoteDocument, id: string, resolution: Resolution): NoteDocument {
  return {
    ...note,
    omissions: note.omissions.map((state) =>
      state.omission.id === id ? { ...state, resolution } : state,
    ),
  }
}

/** An omission whose line is gone is open again. */
function reopened(note: NoteDocument): NoteDocument {
  const present = new Set(note.sections.flatMap(({ lines }) => lines.map((line) => line.omission)))
  return {
    ...note,
    omissions: note.omissions.map((state) =>
      state.resolution?.kind === 'inserted' && !present.has(state.omission.id)
        ? { ...state, resolution: undefined }
        : state,
    ),
  }
}

/** A section that is about it, or else the first that holds its kind, or else the last one. */
function placeOf(kind: Omission['kind'], sections: readonly Section[]): SectionCode | undefined {
  const holding = sections.filter(({ heading }) => heading.from.includes(PLACES[kind].part))
  const about = sections.find(({ code }) => PLACES[kind].codes.includes(code))
  return (about ?? holding[0] ?? sections.at(-1))?.code
}
