import { z } from './zod'

const position = z.number().int().nonnegative()

export const wordSchema = z.object({
  text: z.string(),
  start: position,
  end: position,
  confidence: z.number(),
})

export const segmentSchema = z.object({
  id: z.string(),
  start: position,
  end: position,
  speaker: z.string().optional(),
  words: z.array(wordSchema),
  confidence: z.number(),
  inaudible: z.boolean(),
  text: z.string().optional(),
  /** A person changed words or speaker; what was heard first is kept. */
  corrected: z
    .object({
      at: z.string(),
      by: z.union([z.string(), z.object({ name: z.string().optional() })]).optional(),
      originalText: z.string().optional(),
      originalSpeaker: z.string().optional(),
    })
    .optional(),
})

export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string().optional(),
})

export const encounterStateSchema = z.enum([
  'planned',
  'recording',
  'transcribing',
  'drafting',
  'review',
  'needs-attention',
  'signed',
  'withdrawn',
])

/** Names a section within its template. */
export const sectionCodeSchema = z.string()

const serverFrameSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('ready'),
    next: position,
    windowSamples: position,
    maxFrameSamples: position,
    maxTotalSamples: position,
  }),
  z.object({ type: z.literal('ack'), through: position }),
  z.object({ type: z.literal('stopped'), totalSamples: position }),
  z.object({
    type: z.literal('interim'),
    start: position,
    end: position,
    speaker: z.string().optional(),
    text: z.string(),
  }),
  z.object({
    type: z.literal('segment'),
    from: position,
    through: position,
    segments: z.array(segmentSchema),
  }),
  z.object({
    type: z.literal('speakers'),
    segments: z.array(z.object({ id: z.string(), speaker: z.string() })),
  }),
  z.object({
    type: z.literal('note-delta'),
    noteRequestId: z.string(),
    section: sectionCodeSchema,
    text: z.string(),
  }),
  z.object({
    type: z.literal('note'),
    noteRequestId: z.string(),
    outcome: z.enum(['drafted', 'failed']),
    code: z.string().optional(),
    advice: z.string().optional(),
  }),
  z.object({ type: z.literal('state'), state: encounterStateSchema }),
  z.object({ type: z.literal('delay'), behindMillis: z.number(), reason: z.string() }),
  z.object({
    type: z.literal('failed'),
    problem: problemSchema,
    expected: position.optional(),
  }),
])

export type Word = z.infer<typeof wordSchema>
export type Segment = z.infer<typeof segmentSchema>
export type Problem = z.infer<typeof problemSchema>
export type EncounterState = z.infer<typeof encounterStateSchema>
export type SectionCode = z.infer<typeof sectionCodeSchema>
export type ServerFrame = z.infer<typeof serverFrameSchema>

export type ClientFrame =
  | {
      readonly type: 'start'
      readonly from: number
      readonly recorderId: string
      readonly takeOver: boolean
    }
  | { readonly type: 'pause' }
  | { readonly type: 'resume' }
  /** Nothing could be captured between the last sample sent and there. */
  | { readonly type: 'missed'; readonly through: number }
  | { readonly type: 'stop'; readonly totalSamples: number }

/** Undefined for a frame of a newer gateway, which a page ignores. */
export function parseServerFrame(text: string): ServerFrame | undefined {
  const parsed = serverFrameSchema.safeParse(JSON.parse(text))
  return parsed.success ? parsed.data : undefined
}
