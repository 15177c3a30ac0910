import { z } from './zod'

export const auditPartSchema = z.object({
  entries: z.array(
    z.object({
      number: z.number(),
      at: z.string(),
      actor: z.string(),
      action: z.string(),
      encounterId: z.string().optional(),
      detail: z.string(),
    }),
  ),
  next: z.number().optional(),
})

export type AuditEntry = z.infer<typeof auditPartSchema>['entries'][number]
