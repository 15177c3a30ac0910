import type { Note, Omission, Statement, WorkingNote } from '@/contracts/note'
import type { Versioned } from '@/lib/api'

export function aStatement(change: Partial<Statement> & { readonly id: string }): Statement {
  return {
    text: `statement ${change.id}`,
    evidence: [{ segment: 's0', quote: 'as it was said' }],
    verification: { status: 'verified', findings: [] },
    origin: 'draft',
    ...change,
  }
}

export function anOmission(change: Partial<Omission> & { readonly id: string }): Omission {
  return {
    kind: 'allergy',
    text: 'Allergic to penicillin.',
    evidence: { segment: 's0', quote: 'allergic to penicillin' },
    ...change,
  }
}

/** A section as the template that is shipped first has it, with an English title. */
export function aSection(code: string, statements: Statement[]) {
  const title = code.charAt(0).toUpperCase() + code.slice(1)
  return {
    code,
    heading: { title, style: 'bullets' as const, required: true, from: [code] },
    statements,
  }
}

export function aNote(change: Partial<Note> = {}): Note {
  return {
    sections: [
      aSection('subjective', [aStatement({ id: 'a' }), aStatement({ id: 'b' })]),
      aSection('objective', []),
      aSection('assessment', []),
      aSection('plan', [aStatement({ id: 'c' })]),
    ],
    omissions: [],
    roles: {},
    ...change,
  }
}

export function aWorkingNote(
  version: number,
  change: Partial<WorkingNote> = {},
): Versioned<WorkingNote> {
  return {
    etag: `"${String(version)}"`,
    body: {
      version,
      origin: 'draft',
      createdAt: '2026-11-24T10:20:00Z',
      engine: { name: 'embedded drafter', embedded: true },
      stale: false,
      drafting: false,
      sameAgain: false,
      note: aNote(),
      open: { unsupported: 0, omissions: 0 },
      addenda: [],
      ...change,
    },
  }
}
