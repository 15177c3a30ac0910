import { z } from './zod'

import { sectionCodeSchema } from './socket'

/** A text by language. */
const textsSchema = z.record(z.string(), z.string())

export const templateSchema = z.object({
  id: z.string(),
  version: z.number(),
  title: textsSchema,
  sections: z.array(z.object({ code: sectionCodeSchema, title: textsSchema })),
})

export const templatesSchema = z.object({ templates: z.array(templateSchema) })

export type Template = z.infer<typeof templateSchema>

/** In that language, or in the only one there is. */
export function titleIn(title: Readonly<Record<string, string>>, language: string): string {
  return title[language] ?? Object.values(title).sort()[0] ?? ''
}
