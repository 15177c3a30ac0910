import { z } from './zod'

import { engineSchema, speakerRoleSchema } from './encounter'
import { sectionCodeSchema } from './socket'

const personSchema = z.union([
  z.string(),
  z.object({ subject: z.string().optional(), name: z.string().optional() }),
])

export const evidenceSchema = z.object({ segment: z.string(), quote: z.string() })

export const verificationSchema = z.object({
  status: z.enum(['verified', 'partly', 'unsupported']),
  findings: z.array(z.object({ rule: z.string(), detail: z.string() })).default([]),
})

export const statementSchema = z.object({
  id: z.string(),
  text: z.string(),
  evidence: z.array(evidenceSchema).default([]),
  /** Absent when a person wrote the statement. */
  verification: verificationSchema.optional(),
  origin: z.enum(['draft', 'edited', 'added']).default('draft'),
  acceptance: z.object({ by: personSchema, at: z.string() }).optional(),
  /** After a redraft: the new text beside what a person wrote. */
  suggestion: z
    .object({
      text: z.string(),
      evidence: z.array(evidenceSchema).default([]),
      verification: verificationSchema.optional(),
    })
    .optional(),
  /** The omission it was inserted for. */
  omission: z.string().optional(),
})

export const omissionSchema = z.object({
  id: z.string(),
  kind: z.enum(['medicine', 'allergy', 'follow-up', 'red-flag']),
  text: z.string(),
  evidence: evidenceSchema,
  resolution: z
    .object({
      kind: z.enum(['inserted', 'dismissed']),
      reason: z.string().optional(),
      by: personSchema.optional(),
      at: z.string().optional(),
    })
    .optional(),
})

/** What stands over a section, in the language of the note; absent in notes of before. */
export const headingSchema = z.object({
  title: z.string(),
  style: z.enum(['prose', 'bullets']),
  required: z.boolean(),
  from: z.array(z.string()),
})

/** The template that the note was written with; absent in notes of before. */
const formSchema = z.object({ template: z.string(), version: z.number(), title: z.string() })

export const noteSchema = z.object({
  form: formSchema.optional(),
  sections: z.array(
    z.object({
      code: sectionCodeSchema,
      heading: headingSchema.optional(),
      statements: z.array(statementSchema),
    }),
  ),
  omissions: z.array(omissionSchema).default([]),
  roles: z.record(z.string(), speakerRoleSchema).default({}),
})

export const signatureSchema = z.object({
  by: personSchema,
  at: z.string(),
  sha256: z.string(),
  attestation: z.string(),
})

export const addendumSchema = z.object({
  id: z.string(),
  text: z.string(),
  by: personSchema,
  at: z.string(),
})

/** Something of the visit is not as it was written. */
export const mismatchSchema = z.object({
  type: z.string(),
  findings: z.array(z.object({ part: z.string(), where: z.string(), fault: z.string() })),
})

const versionFields = {
  version: z.number(),
  origin: z.string(),
  createdAt: z.string(),
  author: personSchema.optional(),
  engine: engineSchema.optional(),
}

export const workingNoteSchema = z.object({
  ...versionFields,
  stale: z.boolean().default(false),
  drafting: z.boolean().default(false),
  sameAgain: z.boolean().default(false),
  failure: z.object({ code: z.string(), advice: z.string() }).optional(),
  note: noteSchema,
  open: z.object({ unsupported: z.number(), omissions: z.number() }),
  signature: signatureSchema.optional(),
  addenda: z.array(addendumSchema).default([]),
  mismatch: mismatchSchema.optional(),
})

export const noteVersionsSchema = z.object({
  versions: z.array(z.object({ ...versionFields, statements: z.number() })),
  failure: z.object({ code: z.string(), advice: z.string() }).optional(),
})

export const noteVersionSchema = z.object({ ...versionFields, note: noteSchema })

export type Evidence = z.infer<typeof evidenceSchema>
export type Verification = z.infer<typeof verificationSchema>
export type Statement = z.infer<typeof statementSchema>
export type Omission = z.infer<typeof omissionSchema>
export type Heading = z.infer<typeof headingSchema>
export type Note = z.infer<typeof noteSchema>
export type Mismatch = z.infer<typeof mismatchSchema>
export type WorkingNote = z.infer<typeof workingNoteSchema>
export type NoteVersions = z.infer<typeof noteVersionsSchema>
export type NoteVersion = z.infer<typeof noteVersionSchema>

/** What a save sends; evidence and verification are the server's to decide. */
export interface NoteEdit {
  readonly sections: readonly {
    readonly code: string
    readonly statements: readonly StatementEdit[]
  }[]
  readonly omissions: readonly {
    readonly id: string
    readonly resolution?: { readonly kind: 'inserted' | 'dismissed'; readonly reason?: string }
  }[]
}

export interface StatementEdit {
  readonly id?: string
  readonly text: string
  readonly accepted?: true
  readonly use?: 'suggestion' | 'mine'
  readonly omission?: string
}

export function nameOf(person: z.infer<typeof personSchema>): string {
  return typeof person === 'string' ? person : (person.name ?? person.subject ?? '')
}
