import { encounterStateSchema } from './socket'
import { z } from './zod'

export const emergencyVisitsSchema = z.object({
  visits: z.array(
    z.object({
      id: z.string(),
      visitType: z.string().optional(),
      state: encounterStateSchema,
      createdAt: z.string(),
      until: z.string(),
    }),
  ),
})

export const openingsSchema = z.object({
  /** For whom the visit is not their own: until when it is open. */
  until: z.string().optional(),
  openings: z.array(
    z.object({
      person: z.string(),
      name: z.string(),
      reason: z.string(),
      at: z.string(),
      until: z.string(),
    }),
  ),
})

export const peopleSchema = z.object({
  people: z.array(
    z.object({
      subject: z.string(),
      name: z.string(),
      clinician: z.boolean(),
      visits: z.number(),
      unsigned: z.number(),
    }),
  ),
})

export const handedOverSchema = z.object({ moved: z.number(), left: z.number() })

export type EmergencyVisit = z.infer<typeof emergencyVisitsSchema>['visits'][number]
export type Member = z.infer<typeof peopleSchema>['people'][number]
