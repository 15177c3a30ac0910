import { z } from './zod'

import { encounterStateSchema, segmentSchema } from './socket'

export const engineSchema = z.object({ name: z.string(), embedded: z.boolean() })
const rangeSchema = z.object({ start: z.number(), end: z.number() })

/** Who is treated, as far as somebody said so. */
export const patientSchema = z.object({
  identifier: z.object({ system: z.string().optional(), value: z.string() }).optional(),
  name: z.string().optional(),
  birthDate: z.string().optional(),
  sex: z.enum(['female', 'male', 'other', 'unknown']).optional(),
})

export const encounterSchema = z.object({
  id: z.string(),
  patientLabel: z.string(),
  visitType: z.string().optional(),
  language: z.string(),
  template: z.string(),
  keyTerms: z.array(z.string()).default([]),
  patient: patientSchema.optional(),
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
  owner: z.object({ subject: z.string(), tenant: z.string() }).optional(),
  /** What stands between the note and a signature, once there is a note. */
  review: z.object({ unsupported: z.number(), omissions: z.number() }).optional(),
})

export const encounterPageSchema = z.object({
  items: z.array(encounterSchema),
  next: z.string().optional(),
})

export const speakerRoleSchema = z.enum([
  'clinician',
  'patient',
  'companion',
  'interpreter',
  'other',
])

export const transcriptSchema = z.object({
  segments: z.array(segmentSchema),
  coveredSamples: z.number(),
  complete: z.boolean(),
  /** Who speaks: said by a person, or inferred by the latest draft. */
  speakers: z
    .record(z.string(), z.object({ role: speakerRoleSchema, set: z.boolean() }))
    .default({}),
})

const servingEngineSchema = engineSchema.extend({ languages: z.array(z.string()) })

/** What the gateway has not heard of yet is absent. */
export const enginesSchema = z.object({
  transcription: servingEngineSchema.optional(),
  note: servingEngineSchema.optional(),
  languages: z.array(z.string()).optional(),
})

export type Engine = z.infer<typeof engineSchema>
export type Patient = z.infer<typeof patientSchema>
export type Encounter = z.infer<typeof encounterSchema>
export type EncounterPage = z.infer<typeof encounterPageSchema>
export type TranscriptView = z.infer<typeof transcriptSchema>
export type SpeakerRole = z.infer<typeof speakerRoleSchema>
export type Engines = z.infer<typeof enginesSchema>
