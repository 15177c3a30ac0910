import { z } from 'zod'

import { encounterStateSchema, sectionCodeSchema, segmentSchema } from './socket'

const engineSchema = z.object({ name: z.string(), embedded: z.boolean() })
const rangeSchema = z.object({ start: z.number(), end: z.number() })

export const encounterSchema = z.object({
  id: z.string(),
  patientLabel: z.string(),
  visitType: z.string().optional(),
  language: z.string(),
  template: z.string(),
  keyTerms: z.array(z.string()).default([]),
  state: encounterStateSchema,
  createdAt: z.string(),
  consent: z
    .object({
      decision: z.enum(['granted', 'withdrawn']),
      method: z.enum(['spoken', 'written', 'on-file']),
      givenBy: z.enum(['patient', 'representative']),
      recordedAt: z.string(),
    })
    .optional(),
  recording: z
    .object({
      recorderId: z.string().optional(),
      startedAt: z.string().optional(),
      stopReason: z.string().optional(),
    })
    .optional(),
  coverage: z
    .object({
      recordedSamples: z.number().optional(),
      storedSamples: z.number(),
      transcribedSamples: z.number(),
      storedGaps: z.array(rangeSchema),
      transcriptGaps: z.array(rangeSchema),
    })
    .optional(),
  engines: z.object({ transcription: engineSchema.optional() }).optional(),
})

export const encounterPageSchema = z.object({
  items: z.array(encounterSchema),
  next: z.string().optional(),
})

export const transcriptSchema = z.object({
  segments: z.array(segmentSchema),
  coveredSamples: z.number(),
  complete: z.boolean(),
})

export const evidenceSchema = z.object({ segment: z.string(), quote: z.string() })

export const statementSchema = z.object({
  id: z.string(),
  text: z.string(),
  evidence: z.array(evidenceSchema),
  verification: z.object({
    status: z.enum(['verified', 'partly', 'unsupported']),
    findings: z.array(z.object({ rule: z.string(), detail: z.string() })),
  }),
})

export const noteSchema = z.object({
  sections: z.array(z.object({ code: sectionCodeSchema, statements: z.array(statementSchema) })),
  omissions: z.array(
    z.object({
      kind: z.enum(['medicine', 'allergy', 'follow-up', 'red-flag']),
      text: z.string(),
      evidence: evidenceSchema,
    }),
  ),
  roles: z.record(z.string(), z.enum(['clinician', 'patient', 'other'])),
})

export const notesSchema = z.object({
  versions: z.array(
    z.object({
      version: z.number(),
      origin: z.string(),
      noteRequestId: z.string().optional(),
      engine: engineSchema.optional(),
      createdAt: z.string(),
      note: noteSchema,
    }),
  ),
  failure: z.object({ code: z.string(), advice: z.string() }).optional(),
})

export const enginesSchema = z.object({
  transcription: engineSchema,
  note: engineSchema,
  languages: z.array(z.string()),
})

export type Encounter = z.infer<typeof encounterSchema>
export type EncounterPage = z.infer<typeof encounterPageSchema>
export type TranscriptView = z.infer<typeof transcriptSchema>
export type Statement = z.infer<typeof statementSchema>
export type Note = z.infer<typeof noteSchema>
export type Notes = z.infer<typeof notesSchema>
export type Engines = z.infer<typeof enginesSchema>
